import type { Theorem } from './theorem.js';

/**
 * - `held`: not refuted in this domain, with this budget, and every control was refuted.
 * - `refuted`: an instance violates a clause beyond its allowance, or the event is rarer than claimed.
 * - `undecided`: the budget was spent between refuting and certifying.
 * - `vacuous`: the generator broke a hypothesis, never visited a regime, or threw too much away.
 * - `untrusted`: a control that must be refuted was not, so a pass would mean nothing.
 */
export type Verdict = 'held' | 'refuted' | 'undecided' | 'vacuous' | 'untrusted';

/** One clause on one instance. It is violated when not `margin >= -allowance`. */
export interface ClauseReading {
  readonly clause: string;
  readonly margin: number;
  readonly allowance: number;
  /** Part of the allowance that was used, 0 when the margin is not negative; above 1 is a violation. */
  readonly share: number;
}

export interface Counterexample extends ClauseReading {
  /** The smallest violating instance that shrinking found. Plain JSON, so that it replays by value. */
  readonly instance: unknown;
  readonly shrinks: number;
}

/** What a number of draws says of a probability. */
export interface Estimate {
  readonly passes: number;
  readonly draws: number;
  /** Clopper-Pearson bounds, each at the level that this use was granted. */
  readonly lower: number;
  readonly upper: number;
  readonly level: number;
}

/** How a control fared: whether it was refuted, and by how many evaluations. */
export interface ControlReport {
  readonly name: string;
  readonly refuted: boolean;
  readonly evaluations: number;
}

/** Everything the judge says of one claim. Plain data: the same for every machine, given the seed. */
export interface Outcome {
  readonly claim: string;
  readonly kind: Theorem['kind'];
  readonly verdict: Verdict;
  /** One sentence: why not held, or what held means here. */
  readonly because: string;
  readonly seed: string;
  readonly cases: number;
  /** Evaluations of margins, controls included: what the budget counts. */
  readonly evaluations: number;
  readonly tightest: ClauseReading | undefined;
  readonly counterexample: Counterexample | undefined;
  readonly estimate: Estimate | undefined;
  readonly regimes: Readonly<Record<string, number>>;
  readonly survives: readonly ControlReport[];
  readonly breaks: readonly ControlReport[];
}
