import fc from 'fast-check';
import { whole } from '../../properties/arbitraries.js';
import type { ClauseReading } from '../../src/theory/outcome.js';
import type { Subject } from '../../src/theory/subject.js';

/** Clauses of these margins, with an allowance if one is given. */
export const clauses = (margins: Readonly<Record<string, number>>, allowance = 0): readonly ClauseReading[] =>
  Object.entries(margins).map(([clause, margin]) => ({ clause, margin, allowance, share: 0 }));

/** A claim whose readings a test makes up, call after call. */
export function madeUp(
  readings: (instance: unknown, call: number) => readonly ClauseReading[],
  changed: Partial<Subject> = {},
): Subject {
  let calls = 0;
  return {
    seeks: 'counterexample',
    given: fc.record({ x: whole(0, 100) }),
    outside: () => undefined,
    readings: (instance) => readings(instance, calls++),
    stages: () => [],
    random: false,
    rate: undefined,
    ...changed,
  };
}
