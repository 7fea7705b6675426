import type * as fc from 'fast-check';

interface Tally {
  tried: number;
  kept: number;
}

/** The tally that runs at the moment. Generation is synchronous, so there is at most one, and a nested one puts it back. */
let running: Tally | undefined;

/**
 * The values of an arbitrary that a predicate keeps. Use this in place of `.filter`: what it throws away is counted, and a
 * claim whose generator throws away most of what it makes is vacuous.
 */
export function suchThat<T>(values: fc.Arbitrary<T>, keeps: (value: T) => boolean): fc.Arbitrary<T> {
  return values.filter((value) => {
    const kept = keeps(value);
    if (running !== undefined) {
      running.tried += 1;
      if (kept) running.kept += 1;
    }
    return kept;
  });
}

/** Does something that generates values, and says how many of them were kept of how many made. */
export function countingFiltered<T>(generate: () => T): {
  readonly made: T;
  readonly tried: number;
  readonly kept: number;
} {
  const before = running;
  const tally: Tally = { tried: 0, kept: 0 };
  running = tally;
  try {
    return { made: generate(), ...tally };
  } finally {
    running = before;
  }
}
