import type { Batch, Factor, Gram } from '../linalg/matrix.js';
import { cosines, cosinesTo } from './cosines.js';
import { oddPoint } from './odd-point.js';

/** How close the points other than the odd one are to each other. 1 and 1: one direction. */
export interface ClusterCosine {
  readonly min: number;
  readonly mean: number;
}

/** How far the odd point is from orthogonal to the others. 0 and 0: exactly orthogonal. */
export interface CrossCosine {
  /** The largest ABSOLUTE value: a cosine of -1 is as far from orthogonal as +1. */
  readonly max: number;
  /** The mean of the signed values. */
  readonly mean: number;
}

/**
 * Least and mean cosine over the pairs of points other than the odd one.
 *
 * Range: [-1, 1]. NaN when there is no pair (n <= 2), or one of the points is dead or not finite. Cost: d n^2 / 2.
 * @param among `cosines(factor)`, for a caller who has them
 */
export function clusterCosine(
  factor: Batch | Factor,
  odd: number = oddPoint(factor),
  among: Gram = cosines(factor),
): ClusterCosine {
  const { cols: points, values } = among;
  let min = Infinity;
  let sum = 0;
  let pairs = 0;
  for (let i = 0; i < points; i++) {
    for (let j = i + 1; j < points; j++) {
      if (i === odd || j === odd) continue;
      const cosine = values[i * points + j] ?? NaN;
      min = Math.min(min, cosine);
      sum += cosine;
      pairs++;
    }
  }
  return pairs === 0 || odd < 0 ? { min: NaN, mean: NaN } : { min, mean: sum / pairs };
}

/**
 * Largest absolute and mean cosine between the odd point and the others.
 *
 * Range: [0, 1] and [-1, 1]. NaN for a single point, or when a point is dead or not finite. Cost: d n.
 */
export function crossCosine(factor: Batch | Factor, odd: number = oddPoint(factor)): CrossCosine {
  let max = 0;
  let sum = 0;
  cosinesTo(factor, odd).forEach((cosine, j) => {
    if (j === odd) return;
    max = Math.max(max, Math.abs(cosine));
    sum += cosine;
  });
  return factor.cols < 2 || odd < 0 ? { max: NaN, mean: NaN } : { max, mean: sum / (factor.cols - 1) };
}

/**
 * The point of smallest mean cosine to the others, the smallest index among equal ones: odd by direction, where `oddPoint` is by norm.
 *
 * Means that differ by less than n d u are told apart by rounding. A single point, or one that is dead or not finite: -1.
 * Cost: d n^2 / 2.
 * @param among `cosines(factor)`, for a caller who has them
 */
export function remotePoint(factor: Batch | Factor, among: Gram = cosines(factor)): number {
  const { cols: points, values } = among;
  if (points < 2 || values.some(Number.isNaN)) return -1;
  let remote = -1;
  let least = Infinity;
  for (let i = 0; i < points; i++) {
    let sum = 0;
    for (let j = 0; j < points; j++) if (j !== i) sum += values[i * points + j] ?? NaN;
    if (sum < least) {
      least = sum;
      remote = i;
    }
  }
  return remote;
}
