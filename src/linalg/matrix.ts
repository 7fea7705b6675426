declare const axes: unique symbol;

/**
 * A dense real matrix whose axes have names, stored by rows.
 *
 * The names are invariant (`in out`): without that, a product in the wrong order compiles, because the shared axis widens
 * to a union. Test: test/linalg/axes.types.test.ts.
 */
export interface Matrix<in out Row extends string, in out Col extends string> {
  readonly rows: number;
  readonly cols: number;
  /** Entry (i, j) is `values[i * cols + j]`. */
  readonly values: Float64Array;
  readonly [axes]?: readonly [Row, Col];
}

/** Activations of a batch: one row a neuron, one column a data point. */
export type Batch = Matrix<'neuron', 'point'>;
/** Inner products of the points of a batch. Symmetric, positive semidefinite. */
export type Gram = Matrix<'point', 'point'>;
/** The matrix W of one layer. */
export type Weights = Matrix<'neuron', 'input'>;
/** Any F with F'F = G: a batch, the R of its QR, or whatever else has the right inner products. */
export type Factor = Matrix<'factor', 'point'>;

/** A matrix from its entries, `values`, by rows: rows × cols of them. The array is used, not copied. @throws RangeError when the count is not rows x cols */
export function matrix<R extends string, C extends string>(
  rows: number,
  cols: number,
  values: Float64Array,
): Matrix<R, C> {
  if (values.length !== rows * cols) {
    throw new RangeError(`matrix: needs ${rows}×${cols} = ${rows * cols} entries; came ${values.length}.`);
  }
  return { rows, cols, values };
}

/** The matrix of rows × cols with entry `entry(i, j)` at row i, column j. */
export function build<R extends string, C extends string>(
  rows: number,
  cols: number,
  entry: (i: number, j: number) => number,
): Matrix<R, C> {
  const values = new Float64Array(rows * cols);
  for (let i = 0; i < rows; i++) for (let j = 0; j < cols; j++) values[i * cols + j] = entry(i, j);
  return { rows, cols, values };
}

/** Entry (i, j). NaN outside the matrix, so that a wrong index shows. */
export function at<R extends string, C extends string>(m: Matrix<R, C>, i: number, j: number): number {
  return j < m.cols ? (m.values[i * m.cols + j] ?? NaN) : NaN;
}

/** The same numbers under other axis names, for the places where one layer's neurons become the next one's inputs. */
export function renamed<R extends string, C extends string>(m: {
  readonly rows: number;
  readonly cols: number;
  readonly values: Float64Array;
}): Matrix<R, C> {
  return { rows: m.rows, cols: m.cols, values: m.values };
}

/** The transpose. */
export function transpose<R extends string, C extends string>(m: Matrix<R, C>): Matrix<C, R> {
  return build(m.cols, m.rows, (i, j) => at(m, j, i));
}

/** Every entry times `factor`. */
export function scaled<R extends string, C extends string>(m: Matrix<R, C>, factor: number): Matrix<R, C> {
  return { rows: m.rows, cols: m.cols, values: m.values.map((x) => x * factor) };
}

/** Sum of the diagonal of a square matrix. */
export function trace<A extends string>(m: Matrix<A, A>): number {
  let sum = 0;
  for (let i = 0; i < m.rows; i++) sum += at(m, i, i);
  return sum;
}

/** True when no entry is NaN or infinite. */
export function isFinite<R extends string, C extends string>(m: Matrix<R, C>): boolean {
  return m.values.every(Number.isFinite);
}

/** `3×4`, for messages. */
export function shape(m: { readonly rows: number; readonly cols: number }): string {
  return `${m.rows}×${m.cols}`;
}
