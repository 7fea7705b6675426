import { EigenvalueDecomposition } from 'ml-matrix';
import { safeDense } from './dense.js';
import { at, type Matrix, shape } from './matrix.js';
import { shiftColumns } from './scaled-columns.js';

/** Above the rounding error of any computed symmetric matrix, below any asymmetry that is meant. */
const ASYMMETRY = 9.313225746154785e-10; // 2^-30

/**
 * The eigenvalues of a symmetric matrix, largest first, each with an absolute error of about u n |m|.
 *
 * So an eigenvalue of a Gram matrix below 1e-16 of the largest is noise: where small ones count, take `singularValues` of a
 * factor. The matrix is made exactly symmetric first. Empty matrix: none.
 * @throws RangeError when the matrix is not square, not symmetric, or has an entry that is NaN or infinite (ml-matrix answers
 * [1, 1] for [[1, NaN], [NaN, 1]])
 */
export function symmetricEigenvalues<A extends string>(m: Matrix<A, A>): Float64Array {
  if (m.rows !== m.cols) {
    throw new RangeError(`symmetricEigenvalues: needs a square matrix; came ${shape(m)}.`);
  }
  const { dense, exponent } = safeDense(m, 'symmetricEigenvalues');
  const n = m.rows;
  if (n === 0) return new Float64Array(0);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) {
      const above = dense.get(j, i);
      const below = dense.get(i, j);
      if (Math.abs(above - below) > ASYMMETRY) {
        throw new RangeError(
          `symmetricEigenvalues: needs a symmetric matrix; entry (${j}, ${i}) is ${at(m, j, i)}, (${i}, ${j}) is ${at(m, i, j)}.`,
        );
      }
      // Of two equal numbers this is the number, since they are of order one or less.
      dense.set(j, i, (above + below) / 2);
      dense.set(i, j, (above + below) / 2);
    }
  }
  const values = Float64Array.from(new EigenvalueDecomposition(dense, { assumeSymmetric: true }).realEigenvalues);
  values.sort().reverse();
  return shiftColumns({ rows: 1, cols: n, values }, new Int32Array(n).fill(exponent)).values;
}
