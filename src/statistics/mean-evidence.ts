import { log } from '../portable/log.js';
import { exp } from '../portable/exp.js';

/** Parts of the wealth that each bet risks on one observation at most. Small ones find small differences, and need more trials. */
const RISKS = [0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64] as const;

/**
 * Evidence against "the mean is `mean`, whatever went before" from bounded observations, as the logarithm of an e-process.
 *
 * Wealth of a gambler who divides 1 over fixed bets up and down; a bet b multiplies its part by 1 + b (x - mean) >= 0. Each is a
 * martingale under the hypothesis, so by Ville's inequality the sum ever exceeds 1/a with probability at most a: one may
 * look after every observation. No assumption on the law but its range; an observation outside it is an error of the claim.
 * @param range the smallest and the largest value that an observation may have; `mean` strictly between them
 * Source: Ville 1939; Waudby-Smith and Ramdas 2024, "Estimating means of bounded random variables by betting", section 4.
 */
export class MeanEvidence {
  private readonly bets: readonly number[];
  private readonly wealth: Float64Array;

  constructor(
    private readonly mean: number,
    private readonly range: readonly [number, number],
  ) {
    const [least, most] = range;
    if (!(least < mean && mean < most)) {
      throw new RangeError(`MeanEvidence: needs a mean inside its range (${least}, ${most}); came ${mean}.`);
    }
    this.bets = RISKS.flatMap((risk) => [risk / (mean - least), -risk / (most - mean)]);
    this.wealth = new Float64Array(this.bets.length).fill(-log(this.bets.length));
  }

  /** Hears one observation. @throws RangeError when it is outside the range, or NaN */
  hear(x: number): void {
    const [least, most] = this.range;
    if (!(x >= least && x <= most)) throw new RangeError(`needs observations in [${least}, ${most}]; came ${x}.`);
    this.bets.forEach((bet, k) => {
      this.wealth[k] = (this.wealth[k] ?? NaN) + log(1 + bet * (x - this.mean));
    });
  }

  /** ln of the wealth: above ln(1/a), the mean is refuted at level a. */
  get logarithm(): number {
    const largest = this.wealth.reduce((a, b) => Math.max(a, b), -Infinity);
    return largest + log(this.wealth.reduce((sum, x) => sum + exp(x - largest), 0));
  }
}
