import { matrix, type Matrix, shape } from './matrix.js';

declare const axes: unique symbol;

/** A matrix of which few entries are not zero: these alone, row after row, from left to right in each. Axes as in `Matrix`. */
export interface SparseMatrix<in out Row extends string, in out Col extends string> {
  readonly rows: number;
  readonly cols: number;
  /** Entries of row i are those from `starts[i]` to before `starts[i + 1]`. Length: rows + 1. */
  readonly starts: Int32Array;
  /** The column of each entry. */
  readonly places: Int32Array;
  /** Each entry. */
  readonly values: Float64Array;
  readonly [axes]?: readonly [Row, Col];
}

/** The same matrix with its zeros. */
export function dense<R extends string, C extends string>(m: SparseMatrix<R, C>): Matrix<R, C> {
  const values = new Float64Array(m.rows * m.cols);
  for (let i = 0; i < m.rows; i++) {
    const end = m.starts[i + 1] ?? NaN;
    for (let e = m.starts[i] ?? NaN; e < end; e++) values[i * m.cols + (m.places[e] ?? NaN)] = m.values[e] ?? NaN;
  }
  return matrix(m.rows, m.cols, values);
}

/**
 * The product ab, at the cost of the entries of a.
 *
 * `product` of the dense matrix to the bit while b is finite: a sum that starts at 0 stays as it is when ±0 is added. Where b is
 * not, a zero of a hides it here and gives NaN there.
 * @throws RangeError when the shared axis has two sizes
 */
export function sparseProduct<R extends string, S extends string, C extends string>(
  a: SparseMatrix<R, S>,
  b: Matrix<S, C>,
): Matrix<R, C> {
  if (a.cols !== b.rows) {
    throw new RangeError(`sparseProduct: needs the shared axis to have one size; a is ${shape(a)}, b is ${shape(b)}.`);
  }
  const { rows, starts, places } = a;
  const { cols } = b;
  const values = new Float64Array(rows * cols);
  for (let i = 0; i < rows; i++) {
    const row = values.subarray(i * cols, (i + 1) * cols);
    const end = starts[i + 1] ?? NaN;
    for (let e = starts[i] ?? NaN; e < end; e++) {
      const weight = a.values[e] ?? NaN;
      const from = (places[e] ?? NaN) * cols;
      for (let j = 0; j < cols; j++) row[j] = (row[j] ?? NaN) + weight * (b.values[from + j] ?? NaN);
    }
  }
  return { rows, cols, values };
}
