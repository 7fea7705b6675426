import type { Outcome } from '../src/theory/outcome.js';

/** What a process of this suite ends with; 4 (unacknowledged theory change) belongs to the gate. */
export const EXIT = { held: 0, refuted: 1, untrusted: 2, undecided: 3, usage: 64, internal: 70 } as const;

/** The gravest verdict decides: refuted, then vacuous or untrusted, then undecided. */
export function exitCodeOf(outcomes: readonly Outcome[]): number {
  const verdicts = new Set(outcomes.map(({ verdict }) => verdict));
  if (verdicts.has('refuted')) return EXIT.refuted;
  if (verdicts.has('vacuous') || verdicts.has('untrusted')) return EXIT.untrusted;
  if (verdicts.has('undecided')) return EXIT.undecided;
  return EXIT.held;
}
