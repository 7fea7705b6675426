import type { Outcome } from '../src/theory/outcome.js';

/**
 * What a process of this suite ends with. `change`: of the theory, which nobody acknowledged.
 *
 * 141 is what shells report of a program whose reader went away. An interrupt needs no code here: the signal ends the process,
 * and shells report 130. A handler of our own would wait for the claim to end.
 */
export const EXIT = {
  held: 0,
  refuted: 1,
  untrusted: 2,
  undecided: 3,
  change: 4,
  usage: 64,
  internal: 70,
  brokenPipe: 141,
} as const;

/** The gravest verdict of the claims that gate decides: refuted, then vacuous or untrusted, then undecided. */
export function exitCodeOf(outcomes: readonly Outcome[]): number {
  const verdicts = new Set(outcomes.filter(({ gates }) => gates).map(({ verdict }) => verdict));
  if (verdicts.has('refuted')) return EXIT.refuted;
  if (verdicts.has('vacuous') || verdicts.has('untrusted')) return EXIT.untrusted;
  if (verdicts.has('undecided')) return EXIT.undecided;
  return EXIT.held;
}
