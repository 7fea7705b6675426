import { Matrix as Dense, SingularValueDecomposition } from 'ml-matrix';
import { at, isFinite, type Matrix, shape } from './matrix.js';
import { scaleWhole, shiftColumns } from './scaled-columns.js';

/** 2^-200: entries smaller than this, relative to the largest, move no singular value, and their squares would underflow. */
const NEGLIGIBLE = 6.223015277861142e-61;

/**
 * The singular values of a matrix, largest first, each with an absolute error of about u times the largest.
 *
 * Count: min(rows, cols). A matrix times 2^k has its singular values times 2^k, bit for bit. Zero matrix: zeros. Tall batches
 * are cheaper through `triangularFactor` first.
 * @throws RangeError when an entry is NaN or infinite (ml-matrix would answer [NaN, 1])
 */
export function singularValues<R extends string, C extends string>(m: Matrix<R, C>): Float64Array {
  if (!isFinite(m)) {
    throw new RangeError(
      `singularValues: needs finite entries; came a ${shape(m)} matrix with NaN or Infinity. Look for an overflow upstream.`,
    );
  }
  const count = Math.min(m.rows, m.cols);
  if (count === 0) return new Float64Array(0);
  const { whole, exponent } = scaleWhole(m);
  // Always tall: of a wide matrix ml-matrix returns one value too many and prints a warning.
  const dense = Dense.zeros(Math.max(m.rows, m.cols), count);
  for (let i = 0; i < m.rows; i++) {
    for (let j = 0; j < m.cols; j++) {
      const entry = at(whole, i, j);
      if (Math.abs(entry) < NEGLIGIBLE) continue;
      if (m.rows >= m.cols) dense.set(i, j, entry);
      else dense.set(j, i, entry);
    }
  }
  const found = new SingularValueDecomposition(dense, {
    computeLeftSingularVectors: false,
    computeRightSingularVectors: false,
  });
  const values = Float64Array.from(found.diagonal);
  return shiftColumns({ rows: 1, cols: count, values }, new Int32Array(count).fill(exponent)).values;
}
