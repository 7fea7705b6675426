import { triangularFactor } from '../linalg/factor.js';
import { type Batch, type Factor, isFinite, renamed } from '../linalg/matrix.js';
import { scaleWhole } from '../linalg/scaled-columns.js';
import { singularValues } from '../linalg/singular.js';
import { exp } from '../portable/exp.js';
import { log } from '../portable/log.js';

/**
 * The n singular values of a factor over the largest, in descending order, so 1 comes first: the square roots of the
 * eigenvalues of the Gram matrix.
 *
 * Length: n, padded with zeros when the factor has fewer rows. Error: a few d u. A factor times 2^k has the same ones, bit for
 * bit. Dead batch: zeros. An entry that is not finite: NaN throughout. Cost: 2 d n^2 for the QR, and an SVD of n x n.
 */
export function spectrum(factor: Batch | Factor): Float64Array {
  const out = new Float64Array(factor.cols);
  if (!isFinite(renamed<'factor', 'point'>(factor))) return out.fill(NaN);
  // At order one first: the norm of a column of finite numbers can exceed the largest double.
  const { whole } = scaleWhole(renamed<'factor', 'point'>(factor));
  const found = singularValues(whole.rows > whole.cols ? triangularFactor(whole) : whole);
  const largest = found[0] ?? 0;
  if (largest > 0) found.forEach((value, i) => (out[i] = value / largest));
  return out;
}

/**
 * The number of singular values of the FACTOR above `tolerance` times the largest.
 *
 * The eigenvalues of the Gram matrix are their squares, known to 1e-16 only: a rank taken there cannot see below 1e-8.
 * Range: 0 (dead batch) to n. NaN when an entry is not finite.
 * @param values `spectrum(factor)`, for a caller who has it
 */
export function rank(factor: Batch | Factor, tolerance = 1e-9, values: Float64Array = spectrum(factor)): number {
  if (values.some(Number.isNaN)) return NaN;
  return values.reduce((count, value) => (value > tolerance ? count + 1 : count), 0);
}

/**
 * |F|_F^2 / |F|_2^2: a rank that small changes move little.
 *
 * Range: 1 (all points on one line) to n (orthogonal points of equal norm). NaN for a dead batch or an entry that is not finite.
 * @param values `spectrum(factor)`, for a caller who has it
 */
export function stableRank(factor: Batch | Factor, values: Float64Array = spectrum(factor)): number {
  if (!((values[0] ?? NaN) > 0)) return NaN;
  return values.reduce((sum, value) => sum + value * value, 0);
}

/**
 * det(G)^(1/n) over tr(G)/n: the geometric mean of the eigenvalues over the arithmetic one.
 *
 * Range: 0 (singular: a singular value below 4 max(d, n) u of the largest is noise, and taken for 0) to 1 (orthogonal points of
 * equal norm). NaN for a dead batch or an entry that is not finite.
 * @param values `spectrum(factor)`, for a caller who has it
 */
export function isometry(factor: Batch | Factor, values: Float64Array = spectrum(factor)): number {
  const points = values.length;
  if (!((values[0] ?? NaN) > 0)) return NaN;
  const noise = 4 * Math.max(factor.rows, points) * 1.1102230246251565e-16;
  if (!((values[points - 1] ?? NaN) > noise)) return 0;
  const logarithms = values.reduce((sum, value) => sum + log(value), 0);
  return Math.min(1, exp((2 * logarithms) / points) / (stableRank(factor, values) / points));
}
