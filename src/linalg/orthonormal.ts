import { Matrix as Dense, QrDecomposition } from 'ml-matrix';
import { isFinite, type Matrix, shape } from './matrix.js';

/**
 * The Q of the QR decomposition a = QR in which R has a positive diagonal: orthonormal columns with the span of a's.
 *
 * Shape: that of a, which needs at least as many rows as columns. With that sign Q is a function of a, not of the algorithm.
 * @throws RangeError when a is wide, or has an entry that is not finite (ml-matrix would return finite numbers all the same)
 */
export function orthonormalColumns<R extends string, C extends string>(a: Matrix<R, C>): Matrix<R, C> {
  const { rows, cols } = a;
  if (rows < cols)
    throw new RangeError(`orthonormalColumns: needs at least as many rows as columns; came ${shape(a)}.`);
  if (!isFinite(a))
    throw new RangeError(`orthonormalColumns: needs finite entries; the ${shape(a)} matrix has others.`);
  const qr = new QrDecomposition(Dense.from1DArray(rows, cols, a.values));
  const q = qr.orthogonalMatrix;
  const r = qr.upperTriangularMatrix;
  const values = new Float64Array(rows * cols);
  for (let j = 0; j < cols; j++) {
    const sign = r.get(j, j) < 0 ? -1 : 1;
    for (let i = 0; i < rows; i++) values[i * cols + j] = sign * q.get(i, j);
  }
  return { rows, cols, values };
}
