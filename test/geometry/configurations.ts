import { at, type Batch, build } from '../../src/linalg/matrix.js';

/** The regular simplex: n points of equal norm, every cosine -1/(n-1). */
export const simplex = (n: number): Batch => build(n, n, (i, j) => (i === j ? n - 1 : -1));

/** Orthogonal points of norm 3. */
export const orthogonal = (n: number): Batch => build(n + 2, n, (i, j) => (i === j ? 3 : 0));

/** n copies of one point. */
export const cluster = (n: number): Batch => build(3, n, (i) => i + 1);

/** n-1 copies of a unit vector, and at index `odd` a point of norm n-1 orthogonal to it: the limit of recentering and ReLU. */
export const oneOdd = (n: number, odd: number): Batch =>
  build(4, n, (i, j) => (j === odd ? (i === 1 ? n - 1 : 0) : i === 2 ? 1 : 0));

/** The batch with its points in another order: point j of the result is point order[j]. */
export const permuted = (x: Batch, order: readonly number[]): Batch =>
  build(x.rows, x.cols, (i, j) => at(x, i, order[j] ?? -1));

/** The batch reflected in the hyperplane orthogonal to v, which is a rotation of all inner products onto themselves. */
export function reflected(x: Batch, v: Float64Array): Batch {
  let square = 0;
  for (const entry of v) square += entry * entry;
  const along = Float64Array.from({ length: x.cols }, (_, j) =>
    v.reduce((sum, entry, i) => sum + entry * at(x, i, j), 0),
  );
  return build(x.rows, x.cols, (i, j) => at(x, i, j) - ((2 * (v[i] ?? NaN)) / square) * (along[j] ?? NaN));
}

/** Point j as a list. */
export const point = (x: Batch, j: number): number[] => Array.from({ length: x.rows }, (_, i) => at(x, i, j));
