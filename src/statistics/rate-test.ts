import { log } from '../portable/log.js';
import { type RateEvidence, rateEvidence } from './rate-evidence.js';

/** What a test of `P(event) >= probability` may conclude, and what it may spend on being wrong. */
export interface RateQuestion {
  /** The claimed probability, in (0, 1]. */
  readonly probability: number;
  /** Certifying means: P > probability - indifference. In (0, probability). */
  readonly indifference: number;
  /** Chance of refuting although P >= probability. 0 never refutes. */
  readonly refuting: number;
  /** Chance of certifying although P <= probability - indifference. 0 never certifies. */
  readonly certifying: number;
}

export type RateDecision = 'refuted' | 'certified';

/** Half of the wealth bets on an event that always happens: most claims that hold, hold without exception. */
const ALWAYS = 0.5;

/** What trials say for either decision, as the logarithm of an e-process. */
export interface TwoSidedEvidence {
  /** That P < probability; infinite at the first miss of what is claimed to be certain. */
  readonly against: RateEvidence;
  /** That P > probability - indifference. */
  readonly certain: RateEvidence;
}

/** @throws RangeError when the probability or the indifference is out of its range */
export function twoSidedEvidence({
  probability,
  indifference,
}: Pick<RateQuestion, 'probability' | 'indifference'>): TwoSidedEvidence {
  if (!(probability <= 1 && indifference > 0 && indifference < probability))
    throw new RangeError(
      `RateTest: needs 0 < indifference < probability <= 1; came ${indifference} and ${probability}.`,
    );
  // Rounded to 12 digits, so that 0.95 - 0.15 is 0.8 and not its neighbour.
  const floor = Number((probability - indifference).toPrecision(12));
  const missing = rateEvidence(1 - floor, ALWAYS);
  return {
    against: probability < 1 ? rateEvidence(probability) : (_, misses) => (misses > 0 ? Infinity : 0),
    certain: (hits, misses) => missing(misses, hits),
  };
}

/**
 * A test that may be looked at after every trial: tell it one outcome after the other until it decides.
 *
 * Both errors hold whatever the number of trials and for trials that depend on earlier ones, if the conditional probability is
 * what is claimed. A claim of probability 1 is refuted by the first miss. Decides at most once; later outcomes are ignored.
 * Source: two one-sided e-processes, src/statistics/rate-evidence.ts
 */
export class RateTest {
  private hits = 0;
  private misses = 0;
  private verdict: RateDecision | undefined;
  private readonly against: (hits: number, misses: number) => boolean;
  private readonly certain: (hits: number, misses: number) => boolean;

  /** @throws RangeError when the probability or the indifference is out of its range */
  constructor(question: RateQuestion) {
    const { against, certain } = twoSidedEvidence(question);
    const { refuting, certifying } = question;
    const [refuteAt, certifyAt] = [-log(refuting), -log(certifying)];
    this.against = (hits, misses) => refuting > 0 && against(hits, misses) >= refuteAt;
    this.certain = (hits, misses) => certifying > 0 && certain(hits, misses) >= certifyAt;
  }

  get decision(): RateDecision | undefined {
    return this.verdict;
  }

  /** Trials heard, up to the decision. */
  get trials(): number {
    return this.hits + this.misses;
  }

  get happened(): number {
    return this.hits;
  }

  /** Hears of one more trial, and decides when it can. */
  hear(happened: boolean): RateDecision | undefined {
    return happened ? this.hearOf(1, 0) : this.hearOf(0, 1);
  }

  /** Hears of several trials and looks once, after the last. */
  hearOf(hits: number, misses: number): RateDecision | undefined {
    if (this.verdict !== undefined) return this.verdict;
    this.hits += hits;
    this.misses += misses;
    if (this.against(this.hits, this.misses)) this.verdict = 'refuted';
    else if (this.certain(this.hits, this.misses)) this.verdict = 'certified';
    return this.verdict;
  }
}
