/** 2^-50. Times n: the rounding error of a pivot, relative to the numbers that it is a difference of. */
const TOLERANCE = 8.881784197001252e-16;

/** An upper triangular factor, and how much of the matrix its worst pivot kept. */
export interface Factorisation {
  /** By rows, zero below the diagonal. */
  readonly upper: Float64Array;
  /** Smallest pivot among those tested, relative to its scale; at most 1. Digits of a squared entry are lost in proportion. */
  readonly smallestPivot: number;
}

/**
 * The upper triangular R with R'R = S for a positive semidefinite S, of which the upper triangle is read.
 *
 * A pivot within rounding of zero gives a zero row, so singular matrices pass. Equal columns stay equal, bit for bit.
 * Rows are multiplied by one over the root of their pivot, sums run from the first row to the last: the kernel does the same.
 * @param count rows and columns to factorise; those beyond must be zero
 * @param scales for each pivot, the size of the numbers that it is a difference of: the diagonal, unless S was itself a difference
 * @param tested how many leading pivots count for `smallestPivot`
 */
export function tolerantCholesky(
  s: Float64Array,
  points: number,
  count: number,
  scales: Float64Array,
  tested: number,
): Factorisation {
  const upper = new Float64Array(points * points);
  const tolerance = TOLERANCE * points;
  let smallestPivot = 1;
  for (let i = 0; i < count; i++) {
    const row = upper.subarray(i * points, (i + 1) * points);
    for (let k = i; k < count; k++) row[k] = s[i * points + k] ?? NaN;
    for (let p = 0; p < i; p++) {
      const weight = upper[p * points + i] ?? NaN;
      for (let k = i; k < count; k++) row[k] = (row[k] ?? NaN) - weight * (upper[p * points + k] ?? NaN);
    }
    const pivot = row[i] ?? NaN;
    const scale = scales[i] ?? NaN;
    if (i < tested && scale > 0) smallestPivot = Math.min(smallestPivot, pivot / scale);
    const factor = pivot <= tolerance * scale ? 0 : 1 / Math.sqrt(pivot);
    for (let k = i; k < count; k++) row[k] = (row[k] ?? NaN) * factor;
  }
  return { upper, smallestPivot };
}

/** The diagonal of a square matrix by rows. */
export function diagonalOf(s: Float64Array, points: number): Float64Array {
  return Float64Array.from({ length: points }, (_, i) => s[i * points + i] ?? NaN);
}
