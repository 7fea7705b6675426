import { uncovered } from './coverage.js';
import type { ControlReport, Outcome, RegimeReport, Verdict } from './outcome.js';

/** What the claim itself came to, before regimes and controls are looked at. */
export interface Finding {
  readonly verdict: 'held' | 'refuted' | 'undecided';
  readonly because: string;
}

/** Everything that bears on a verdict. */
export interface Findings {
  readonly own: Finding;
  /** A hypothesis that the generator broke. */
  readonly broken: string | undefined;
  readonly cases: number;
  readonly regimes: readonly RegimeReport[];
  readonly survives: readonly ControlReport[];
  readonly breaks: readonly ControlReport[];
}

/**
 * The verdict on a claim: the first of these that applies.
 *
 * Refuted: a counterexample stands whatever else is wrong. Vacuous: a pass would speak of other instances than the claim does.
 * Untrusted: a pass would say nothing. Then what the claim itself came to.
 */
export function concluded(findings: Findings): Pick<Outcome, 'verdict' | 'because'> {
  const { own, broken, regimes, survives, breaks, cases } = findings;
  if (own.verdict === 'refuted') return own;
  if (broken !== undefined) return say('vacuous', `the generator broke the hypothesis "${broken}"`);
  const missed = uncovered(regimes, cases);
  if (missed !== undefined) return say('vacuous', missed);
  const fallen = survives.find(({ refuted }) => refuted);
  if (fallen !== undefined) return say('refuted', `it does not survive "${fallen.name}"`);
  const surviving = breaks.find(({ refuted }) => !refuted);
  if (surviving !== undefined)
    return say('untrusted', `the control "${surviving.name}" was not refuted in ${surviving.evaluations} evaluations`);
  if (breaks.length === 0) return say('untrusted', 'it names no control that must be refuted');
  return own;
}

function say(verdict: Verdict, because: string): Pick<Outcome, 'verdict' | 'because'> {
  return { verdict, because };
}
