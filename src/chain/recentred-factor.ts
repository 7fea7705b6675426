import { tolerantCholesky } from './tolerant-cholesky.js';

/**
 * The upper triangular factor of PGP, P = I - 11'/n: what rows g R of recentred pre-activations are sampled from.
 *
 * Recentering costs nothing here: the leading (n-1) × (n-1) block is factorised, and the last column is minus the sum of the others.
 * The last row is zero, so a row needs n - 1 normals.
 */
export function recentredFactor(gram: Float64Array, points: number): Float64Array {
  const entry = (i: number, j: number): number => gram[i * points + j] ?? NaN;
  const means = Float64Array.from({ length: points }, (_, i) => {
    let sum = 0;
    for (let j = 0; j < points; j++) sum += j < i ? entry(j, i) : entry(i, j);
    return sum / points;
  });
  let total = 0;
  for (const mean of means) total += mean;
  total /= points;
  const centred = new Float64Array(points * points);
  const scales = new Float64Array(points);
  for (let i = 0; i < points - 1; i++) {
    const mean = means[i] ?? NaN;
    for (let j = i; j < points - 1; j++) centred[i * points + j] = entry(i, j) - mean - (means[j] ?? NaN) + total;
    scales[i] = entry(i, i) + 2 * Math.abs(mean) + Math.abs(total);
  }
  const { upper } = tolerantCholesky(centred, points, points - 1, scales, points - 1);
  closeRows(upper, points);
  return upper;
}

/** Sets the last column to minus the sum of the others, so that every row sums to zero. */
export function closeRows(upper: Float64Array, points: number): void {
  const last = points - 1;
  for (let i = 0; i < last; i++) {
    let sum = 0;
    for (let j = i; j < last; j++) sum += upper[i * points + j] ?? NaN;
    upper[i * points + last] = -sum;
  }
}
