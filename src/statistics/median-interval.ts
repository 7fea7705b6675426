import { rateStillPossible } from './rate-interval.js';

/** A median as far as a sample tells it. */
export interface MedianEstimate {
  /** The lower median of the sample. */
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
}

/**
 * Bounds that hold a median at every moment at once, with probability at least 1 - level: a confidence sequence.
 *
 * The median is m = inf { t : P(x <= t) >= 1/2 }. The lower bound exceeds m only if the interval of P(x <= m) >= 1/2 ends below
 * 1/2, the upper one is below m only if that of P(x < m) <= 1/2 begins above it: two fixed rates, each watched at level / 2, so
 * that no union over the sample is needed, one may look as often as one likes, and any order is a scale: Infinity is a value.
 * NaN, a value that does not exist, may stand anywhere in the order: below for the lower bound, above for the upper.
 * @param values at least one; a sample too small to exclude anything gives [-Infinity, Infinity]
 * @param level in (0, 1)
 * Source: Howard and Ramdas 2022, "Sequential estimation of quantiles", for one quantile; the rates as in `rateInterval`.
 */
export function medianInterval(values: readonly number[], level: number): MedianEstimate {
  const defined = Float64Array.from(values.filter((x) => !Number.isNaN(x))).sort();
  const draws = values.length;
  const undefinedOnes = draws - defined.length;
  const rank = certainlyBelow(draws, level / 2);
  return {
    estimate: defined.length <= undefinedOnes ? NaN : (defined[Math.ceil(defined.length / 2) - 1] ?? NaN),
    // The (rank + 1)-th from below, with the undefined ones before all others, and from above, with them behind.
    lower: defined[rank - undefinedOnes] ?? -Infinity,
    upper: defined[draws - rank - 1] ?? Infinity,
  };
}

/** The largest number of `draws` so small that an event of probability 1/2 would have happened more often; -1 when there is none. */
function certainlyBelow(draws: number, level: number): number {
  let [below, above] = [-1, Math.ceil(draws / 2)];
  while (above - below > 1) {
    const middle = (below + above) >> 1;
    if (rateStillPossible(middle, draws, level)(0.5)) above = middle;
    else below = middle;
  }
  return below;
}
