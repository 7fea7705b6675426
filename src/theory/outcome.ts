import type { RatePath } from '../statistics/rate-path.js';
import type { Theorem } from './theorem.js';

/**
 * What the judge says of a claim.
 *
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
  /** Bounds that hold at every moment of the test at once, at this level. */
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

/** How often a regime came up, and whether its rate is known to be what it must be. */
export interface RegimeReport {
  readonly name: string;
  /** Cases of this run, or instances of its statistical part, that fell into it. */
  readonly visits: number;
  readonly atLeast: number;
  readonly decision: 'certified' | 'refuted' | 'undecided';
  /** Of so many `trials`, instances that were only generated, so many visited the regime. */
  readonly happened: number;
  readonly trials: number;
}

/** One test of a statistical claim: over the domain, of one instance, or of the worst instance that was seen. */
export interface TestReport {
  readonly use: string;
  readonly decision: 'refuted' | 'certified' | 'undecided' | 'not refuted';
  /** Draws up to the decision. */
  readonly draws: number;
  /** In how many of them the event happened; undefined for a law. */
  readonly happened: number | undefined;
  /** The instance tested; undefined over the domain. */
  readonly instance: unknown;
  /** How the evidence moved, draw by draw; undefined for a law and for a witness. */
  readonly path: RatePath | undefined;
}

/** What the claim says of one instance: the one nearest to a violation, so that a reader sees that it says something. */
export interface Witness {
  readonly instance: unknown;
  /** Its margins; empty for a law. */
  readonly readings: readonly ClauseReading[];
}

/** Everything the judge says of one claim. Plain data: the same for every machine, given the seed. */
export interface Outcome {
  readonly claim: string;
  readonly kind: Theorem['kind'];
  /** False for a conjecture: its counterexample is welcome, and no reason to stop anybody. */
  readonly gates: boolean;
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
  readonly witness: Witness | undefined;
  readonly tests: readonly TestReport[];
  readonly regimes: readonly RegimeReport[];
  readonly survives: readonly ControlReport[];
  readonly breaks: readonly ControlReport[];
  /** What a maintainer should look at although the verdict stands: an allowance that is too loose or too tight. */
  readonly warnings: readonly string[];
}
