import type { ClauseReading } from './outcome.js';
import type { Margins } from './theorem.js';

/** True when the clause holds within its allowance. NaN on either side does not. */
export function holds({ margin, allowance }: ClauseReading): boolean {
  return margin >= -allowance;
}

/** True when the clause is met beyond its allowance, as that of a witness must be. NaN on either side is not. */
export function met({ margin, allowance }: ClauseReading): boolean {
  return margin >= allowance;
}

/** Each clause of a claim on one instance, in the order in which the claim states them. */
export function readings(margins: Margins, allowanceOf: (clause: string) => number): readonly ClauseReading[] {
  return Object.entries(margins).map(([clause, margin]) => {
    const allowance = allowanceOf(clause);
    const share = margin >= 0 ? 0 : -margin / allowance; // 0 allowance: a negative margin uses infinitely much of it
    return { clause, margin, allowance, share };
  });
}

/** The reading nearer to a violation: the larger share of its allowance, then the smaller margin. */
export function tighter(a: ClauseReading | undefined, b: ClauseReading): ClauseReading {
  if (a === undefined) return b;
  if (a.share !== b.share) return a.share > b.share ? a : b;
  return a.margin <= b.margin ? a : b;
}
