import type * as fc from 'fast-check';
import { always, often as plantedOften } from '../../bench/search/planted.js';
import { lawSubject, type Subject } from '../../src/theory/subject.js';
import { type LawTheorem, theorem } from '../../src/theory/theorem.js';
import type { StreamKey } from '../../src/random/key.js';
import { stated } from '../theory/toys.js';

export { always };

/** A toy claim that an event has at least this probability. */
export function often<Instance>(
  given: fc.Arbitrary<Instance>,
  probability: number,
  event: (instance: Instance, key: StreamKey) => boolean,
): Subject {
  return plantedOften(given, probability, (instance, key) => ({ event: event(instance, key) ? 1 : -1 }));
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
