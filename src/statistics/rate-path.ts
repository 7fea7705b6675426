import { log } from '../portable/log.js';
import { type RateQuestion, twoSidedEvidence } from './rate-test.js';

/** How the evidence of one test of a rate moved, draw by draw, as decimal logarithms of its two e-values. */
export interface RatePath {
  /** The test refutes where `refuting` reaches this; null when it may not refute at all. */
  readonly refuteAt: number | null;
  /** It certifies where `certifying` reaches this. */
  readonly certifyAt: number | null;
  /** At the start, then at equal steps, and at the last draw. */
  readonly steps: readonly RateStep[];
}

/** The evidence after so many draws, as decimal logarithms. */
export interface RateStep {
  readonly draws: number;
  /** Evidence that the event is rarer than claimed; null where it is infinite: a miss of what is claimed to be certain. */
  readonly refuting: number | null;
  /** Evidence that the event is more frequent than the claim less its indifference. */
  readonly certifying: number;
}

/** More steps would not be seen in a plot of this size. */
const MOST_STEPS = 48;
const TEN = log(10);

/** The path of a test of this question that heard these trials, up to its decision. A walk of no trials is its start. */
export function ratePath(question: RateQuestion, trials: readonly boolean[]): RatePath {
  const { against, certain } = twoSidedEvidence(question);
  const stride = Math.max(1, Math.ceil(trials.length / MOST_STEPS));
  const steps: RateStep[] = [];
  let happened = 0;
  for (let draws = 0; draws <= trials.length; draws++) {
    if (trials[draws - 1] === true) happened += 1;
    if (draws % stride !== 0 && draws !== trials.length) continue;
    const missed = draws - happened;
    steps.push({ draws, refuting: decimal(against(happened, missed)), certifying: rounded(certain(happened, missed)) });
  }
  return { refuteAt: decimal(-log(question.refuting)), certifyAt: decimal(-log(question.certifying)), steps };
}

function decimal(natural: number): number | null {
  return Number.isFinite(natural) ? rounded(natural) : null;
}

/** To three decimals: finer than a plot shows, and short as text. */
function rounded(natural: number): number {
  return Math.round((1000 * natural) / TEN) / 1000;
}
