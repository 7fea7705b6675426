import { type Batch, type Factor, type Gram, type Matrix, shape } from './matrix.js';

/**
 * The matrix product ab over the shared axis, each entry summed from left to right.
 *
 * Equal columns of b give equal columns of the result, bit for bit.
 * @throws RangeError when the shared axis has two sizes
 */
export function product<R extends string, S extends string, C extends string>(
  a: Matrix<R, S>,
  b: Matrix<S, C>,
): Matrix<R, C> {
  if (a.cols !== b.rows) {
    throw new RangeError(`product: needs the shared axis to have one size; a is ${shape(a)}, b is ${shape(b)}.`);
  }
  const { rows, cols: shared } = a;
  const { cols } = b;
  const values = new Float64Array(rows * cols);
  for (let i = 0; i < rows; i++) {
    const row = values.subarray(i * cols, (i + 1) * cols);
    for (let k = 0; k < shared; k++) {
      const weight = a.values[i * shared + k] ?? NaN;
      const from = k * cols;
      for (let j = 0; j < cols; j++) row[j] = (row[j] ?? NaN) + weight * (b.values[from + j] ?? NaN);
    }
  }
  return { rows, cols, values };
}

/** The Gram matrix F'F of a batch or any other factor: exactly symmetric. Shape: points × points. */
export function gram(factor: Batch | Factor): Gram {
  const { rows, cols: points } = factor;
  const values = new Float64Array(points * points);
  for (let k = 0; k < rows; k++) {
    const from = k * points;
    for (let i = 0; i < points; i++) {
      const x = factor.values[from + i] ?? NaN;
      for (let j = i; j < points; j++) {
        values[i * points + j] = (values[i * points + j] ?? NaN) + x * (factor.values[from + j] ?? NaN);
      }
    }
  }
  for (let i = 0; i < points; i++) for (let j = 0; j < i; j++) values[i * points + j] = values[j * points + i] ?? NaN;
  return { rows: points, cols: points, values };
}
