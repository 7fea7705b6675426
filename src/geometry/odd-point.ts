import type { Batch, Factor } from '../linalg/matrix.js';
import { relativeNorms } from './norms.js';

/**
 * The point of largest norm, the smallest index among equal ones.
 *
 * A triangular factor keeps norms to a few ulp only, so points of equal norm should be compared on the batch itself. All norms
 * zero: 0. No points, or an entry that is not finite: -1. Cost: d n.
 */
export function oddPoint(factor: Batch | Factor): number {
  const { norms } = relativeNorms(factor);
  if (norms.some(Number.isNaN)) return -1;
  let odd = -1;
  norms.forEach((norm, j) => {
    if (odd < 0 || norm > (norms[odd] ?? NaN)) odd = j;
  });
  return odd;
}

/**
 * The largest norm over the median norm of all n points, the odd one included: n-1 at the limit of recentering and ReLU.
 *
 * The median of an even number of points is the mean of the two middle norms; so at n = 2 the ratio is below 2. At least 1.
 * NaN when the median is 0 or an entry is not finite. Cost: d n.
 */
export function normRatio(factor: Batch | Factor): number {
  const { largest, median } = extremes(factor);
  return median === 0 ? NaN : largest / median;
}

/**
 * How many points are odd: the number with a norm of at least sqrt(M m), where M is the largest norm and m the median, if
 * M >= 2m; otherwise 0.
 *
 * The threshold lies half-way between cluster and odd point on a logarithmic scale. At most n / 2, since the
 * threshold exceeds the median. NaN when the median is 0 or an entry is not finite. Cost: d n.
 */
export function oddPoints(factor: Batch | Factor): number {
  const { norms, largest, median } = extremes(factor);
  if (!(median > 0)) return NaN;
  if (largest < 2 * median) return 0;
  const threshold = Math.sqrt(largest) * Math.sqrt(median);
  return norms.reduce((count, norm) => (norm >= threshold ? count + 1 : count), 0);
}

function extremes(factor: Batch | Factor): { norms: Float64Array; largest: number; median: number } {
  const { norms } = relativeNorms(factor);
  if (norms.length === 0 || norms.some(Number.isNaN)) return { norms, largest: NaN, median: NaN };
  const sorted = norms.toSorted();
  const half = sorted.length >> 1;
  const upper = sorted[half] ?? NaN;
  const median = sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? NaN) + upper) / 2;
  return { norms, largest: sorted[sorted.length - 1] ?? NaN, median };
}
