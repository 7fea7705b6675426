/** Each check below refutes a true claim with probability at most this. Streams are fixed, so a check that passes stays passed. */
export const LEVEL = 1e-9;

const LOG_LEVEL = Math.log(2 / LEVEL); // both sides

/**
 * The number of nats by which a binomial count speaks against p: exceeds ln(2 / level) with probability at most level.
 *
 * Source: Chernoff bound, P(count / n beyond q) <= e^(-n KL(q, p)) on either side.
 */
function countSurprise(count: number, n: number, p: number): number {
  const q = count / n;
  const term = (a: number, b: number): number => (a === 0 ? 0 : a * Math.log(a / b));
  return n * (term(q, p) + term(1 - q, 1 - p));
}

/** True when a binomial count is not credible for n draws of probability p, as one of `checks` counts looked at together. */
export function countRefutes(count: number, n: number, p: number, checks = 1): boolean {
  return !(countSurprise(count, n, p) <= LOG_LEVEL + Math.log(checks));
}

/**
 * True when a sum of `df` squares of standard normals is not credible, on either side.
 *
 * Source: Laurent and Massart 2000: beyond df + 2 sqrt(df x) + 2x, or below df - 2 sqrt(df x), with probability at most e^-x each.
 */
export function chiSquareRefutes(value: number, df: number): boolean {
  const swing = 2 * Math.sqrt(df * LOG_LEVEL);
  return !(value >= df - swing && value <= df + swing + 2 * LOG_LEVEL);
}

/** Pearson's statistic of counts against equal expectations. Its law is chi-square for large counts: keep them above 500. */
export function equalCountsStatistic(counts: readonly number[]): number {
  const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  return counts.reduce((sum, count) => sum + ((count - mean) * (count - mean)) / mean, 0);
}

/**
 * True when a sum of n independent products of two independent standard normals is not credible.
 *
 * Source: E e^(tXY) = (1 - t²)^(-1/2) <= e^(t² / 2(1 - |t|)), so beyond sqrt(2nx) + x with probability at most e^-x on each side.
 */
export function productSumRefutes(sum: number, n: number): boolean {
  return !(Math.abs(sum) <= Math.sqrt(2 * n * LOG_LEVEL) + LOG_LEVEL);
}

/** True when the mean of n independent variables in [low, high] is not credible for `mean`. Source: Hoeffding 1963. */
export function boundedMeanRefutes(average: number, n: number, mean: number, low: number, high: number): boolean {
  return !(Math.abs(average - mean) <= (high - low) * Math.sqrt(LOG_LEVEL / (2 * n)));
}
