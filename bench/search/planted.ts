import type * as fc from 'fast-check';
import { recenterRelu } from '../../src/network/layers.js';
import type { StreamKey } from '../../src/random/key.js';
import { exactly } from '../../src/theory/allowance.js';
import { deterministicSubject, probableSubject, type Subject } from '../../src/theory/subject.js';
import { observed } from '../../src/theory/source.js';
import { type Margins, theorem } from '../../src/theory/theorem.js';

/** What is wrong with a planted claim. */
export type Fault =
  'thin region' | 'wrong constant' | 'missing hypothesis' | 'off by one' | 'true only at infinite width' | 'needle';

/** A false claim, planted to see whether a search refutes it. */
export interface Planted {
  readonly name: string;
  readonly fault: Fault;
  /** Numbers that an instance consists of. */
  readonly dimensions: number;
  /** False when the margin says nothing of where the violation is; true unless stated. */
  readonly slope?: boolean;
  readonly subject: Subject;
}

type Assumes<Instance> = Readonly<Record<string, (instance: Instance) => boolean>>;

const stated = {
  says: 'A planted falsehood.',
  formula: '',
  source: observed('planted'),
  uses: [],
  layer: () => recenterRelu,
};

/** A claim of every instance. */
export function always<Instance>(
  given: fc.Arbitrary<Instance>,
  margins: (instance: Instance) => Margins,
  assumes: Assumes<Instance> = {},
): Subject {
  return deterministicSubject({
    theorem: theorem<Instance>({ ...stated, id: 'planted/always', kind: 'exact', assumes, margins }),
    given,
    cases: 1,
    allowance: exactly('planted'),
    breaks: {},
  });
}

/** A claim that an event has at least this probability. */
export function often<Instance>(
  given: fc.Arbitrary<Instance>,
  probability: number,
  event: (instance: Instance, key: StreamKey) => Margins,
): Subject {
  return probableSubject({
    theorem: theorem<Instance>({
      ...stated,
      id: 'planted/often',
      kind: 'probable',
      assumes: {},
      probability,
      indifference: 0.2,
      event: (instance, _, key) => event(instance, key),
    }),
    given,
    pooled: 1,
    instances: 1,
    draws: 1,
    control: 1,
    breaks: {},
  });
}
