import { SingularValueDecomposition } from 'ml-matrix';
import { safeDense } from './dense.js';
import type { Matrix } from './matrix.js';
import { shiftColumns } from './scaled-columns.js';

/**
 * The singular values of a matrix, largest first, each with an absolute error of about u times the largest.
 *
 * Count: min(rows, cols). A matrix times 2^k has its singular values times 2^k, bit for bit. Zero matrix: zeros. Tall batches
 * are cheaper through `triangularFactor` first.
 * @throws RangeError when an entry is NaN or infinite (ml-matrix would answer [NaN, 1])
 */
export function singularValues<R extends string, C extends string>(m: Matrix<R, C>): Float64Array {
  const { dense, exponent } = safeDense(m, 'singularValues');
  const count = Math.min(m.rows, m.cols);
  if (count === 0) return new Float64Array(0);
  // Always tall: of a wide matrix ml-matrix returns one value too many and prints a warning.
  const found = new SingularValueDecomposition(m.rows < m.cols ? dense.transpose() : dense, {
    computeLeftSingularVectors: false,
    computeRightSingularVectors: false,
  });
  const values = Float64Array.from(found.diagonal);
  return shiftColumns({ rows: 1, cols: count, values }, new Int32Array(count).fill(exponent)).values;
}
