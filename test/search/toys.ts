import type * as fc from 'fast-check';
import { exactly } from '../../src/theory/allowance.js';
import { deterministicSubject, lawSubject, probableSubject, type Subject } from '../../src/theory/subject.js';
import { type LawTheorem, type Margins, theorem } from '../../src/theory/theorem.js';
import type { StreamKey } from '../../src/random/key.js';
import { stated } from '../theory/toys.js';

/** A toy claim of every instance. */
export function always<Instance>(
  given: fc.Arbitrary<Instance>,
  margins: (instance: Instance) => Margins,
  assumes: Readonly<Record<string, (instance: Instance) => boolean>> = {},
): Subject {
  return deterministicSubject({
    theorem: theorem<Instance>({ ...stated, id: 'toy/always', kind: 'exact', assumes, margins }),
    given,
    cases: 1,
    allowance: exactly('a toy'),
    breaks: {},
  });
}

/** A toy claim that an event has at least this probability. */
export function often<Instance>(
  given: fc.Arbitrary<Instance>,
  probability: number,
  event: (instance: Instance, key: StreamKey) => boolean,
): Subject {
  return probableSubject({
    theorem: theorem<Instance>({
      ...stated,
      id: 'toy/often',
      kind: 'probable',
      probability,
      indifference: 0.2,
      event: (instance, _, key) => ({ event: event(instance, key) ? 1 : -1 }),
    }),
    given,
    pooled: 1,
    instances: 1,
    draws: 1,
    control: 1,
    breaks: {},
  });
}

/** A toy claim about a law. */
export function lawful<Instance>(
  given: fc.Arbitrary<Instance>,
  { law, sample }: Pick<LawTheorem<Instance>, 'law' | 'sample'>,
): Subject {
  return lawSubject({
    theorem: theorem<Instance>({ ...stated, id: 'toy/law', kind: 'law', law, sample }),
    given,
    instances: 1,
    draws: 458,
    control: 458,
    breaks: {},
  });
}

/** The same subject, and how many readings were asked of it. */
export function counted(subject: Subject): { readonly subject: Subject; readonly count: () => number } {
  let count = 0;
  return {
    subject: {
      ...subject,
      readings: (value, key) => {
        count += 1;
        return subject.readings(value, key);
      },
    },
    count: () => count,
  };
}
