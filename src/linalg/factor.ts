import { type Batch, type Factor, isFinite, renamed, shape } from './matrix.js';
import { scaleColumns, shiftColumns } from './scaled-columns.js';

/**
 * 2^-200: what is left of a column, squared, below which it is nothing. Far under the rounding error of 2^-106, and far over
 * the numbers whose squares lose bits, which would make the reflection a distortion.
 */
const NEGLIGIBLE = 6.223015277861142e-61;

/**
 * The upper triangular R with R'R = X'X: the whole geometry of a batch in at most n x n numbers.
 *
 * Shape: min(d, n) x n, diagonal >= 0. Norms come out to a few ulp and angles to a few u of a radian, however close two columns
 * are; a Cholesky factor of the Gram matrix loses angles below 1e-8. Columns that are equal stay equal, and zero ones zero, bit
 * for bit; a column times a power of two changes that column only, by that power. Dependent columns: some diagonal entry is 0
 * or tiny.
 * @throws RangeError when an entry is NaN or infinite
 * Source: Householder, QR with each column scaled first; Higham 2002, Theorem 19.4 (error of column j <= c d n u |x_j|).
 */
export function triangularFactor(x: Batch | Factor): Factor {
  const factor = renamed<'factor', 'point'>(x);
  if (!isFinite(factor)) {
    throw new RangeError(
      `triangularFactor: needs finite entries; came a ${shape(x)} matrix with NaN or Infinity. Look for an overflow upstream.`,
    );
  }
  const { columns, exponents } = scaleColumns(factor);
  const first = firstEqualColumn(columns.values, x.rows, x.cols);
  const distinct = [...first.keys()].filter((j) => first[j] === j);
  const work = pick(columns.values, x.rows, x.cols, distinct);
  reflectInto(work, x.rows, distinct.length);
  const place = new Map(distinct.map((j, q) => [j, q]));
  const rows = Math.min(x.rows, x.cols);
  const values = new Float64Array(rows * x.cols);
  for (let i = 0; i < Math.min(rows, distinct.length); i++) {
    const sign = (work[i * distinct.length + i] ?? NaN) < 0 ? -1 : 1;
    for (let j = 0; j < x.cols; j++) {
      const q = place.get(first[j] ?? j) ?? j;
      // Below the diagonal the array holds leftovers of the reflections; `+ 0` turns -0 into 0.
      values[i * x.cols + j] = q < i ? 0 : sign * (work[i * distinct.length + q] ?? NaN) + 0;
    }
  }
  return shiftColumns<'factor', 'point'>({ rows, cols: x.cols, values }, exponents);
}

/** For each column the first one equal to it. Without this, rounding would tell copies of a point apart. */
function firstEqualColumn(values: Float64Array, rows: number, cols: number): Int32Array {
  const first = new Int32Array(cols);
  for (let j = 0; j < cols; j++) {
    first[j] = j;
    for (let i = 0; i < j; i++) {
      if (first[i] !== i) continue;
      let k = 0;
      while (k < rows && values[k * cols + i] === values[k * cols + j]) k++;
      if (k === rows) {
        first[j] = i;
        break;
      }
    }
  }
  return first;
}

function pick(values: Float64Array, rows: number, cols: number, chosen: readonly number[]): Float64Array {
  const out = new Float64Array(rows * chosen.length);
  for (let i = 0; i < rows; i++) {
    chosen.forEach((j, q) => (out[i * chosen.length + q] = values[i * cols + j] ?? NaN));
  }
  return out;
}

/** Turns a, rows x cols, into its triangular factor on and above the diagonal. What is left below has no meaning. */
function reflectInto(a: Float64Array, rows: number, cols: number): void {
  const v = new Float64Array(rows);
  const projection = new Float64Array(cols);
  for (let k = 0; k < Math.min(rows, cols); k++) {
    let square = 0;
    for (let i = k; i < rows; i++) {
      const entry = a[i * cols + k] ?? NaN;
      v[i] = entry;
      square += entry * entry;
    }
    if (square < NEGLIGIBLE) {
      a[k * cols + k] = 0;
      continue;
    }
    const head = v[k] ?? NaN;
    const norm = head > 0 ? -Math.sqrt(square) : Math.sqrt(square);
    v[k] = head - norm;
    const half = norm * norm - head * norm; // |v|^2 / 2, a sum of two numbers of one sign
    projection.fill(0);
    for (let i = k; i < rows; i++) {
      const weight = v[i] ?? NaN;
      for (let j = k + 1; j < cols; j++) projection[j] = (projection[j] ?? NaN) + weight * (a[i * cols + j] ?? NaN);
    }
    for (let i = k; i < rows; i++) {
      const weight = (v[i] ?? NaN) / half;
      for (let j = k + 1; j < cols; j++) a[i * cols + j] = (a[i * cols + j] ?? NaN) - weight * (projection[j] ?? NaN);
    }
    a[k * cols + k] = norm;
  }
}
