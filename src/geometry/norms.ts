import { type Batch, type Factor, renamed } from '../linalg/matrix.js';
import { columnExponents, NO_EXPONENT } from '../linalg/scaled-columns.js';
import { powerOfTwo, timesPowerOfTwo } from '../portable/bits.js';

/** The norms of the points as multiples of one power of two, 2^exponent, so that none overflows. */
export interface RelativeNorms {
  readonly norms: Float64Array;
  readonly exponent: number;
}

/**
 * The norms of the points in units of the power of two just below the largest entry.
 *
 * One a point, below 2 sqrt(d). A factor times 2^k has the same ones, bit for bit. A dead point, or one 2^1074 times smaller
 * than the unit: 0. A point with an entry that is not finite: NaN. Cost: d n.
 */
export function relativeNorms(factor: Batch | Factor): RelativeNorms {
  const { norms: scaledNorms, exponents } = scaledColumnNorms(factor);
  const largest = exponents.reduce((a, b) => Math.max(a, b), NO_EXPONENT);
  return { norms: shifted(scaledNorms, exponents, largest), exponent: largest === NO_EXPONENT ? 0 : largest };
}

/** The norms of the points. Dead point: 0. NaN for a point with an entry that is not finite, Infinity above 1.8e308. Cost: d n. */
export function norms(factor: Batch | Factor): Float64Array {
  const { norms: scaledNorms, exponents } = scaledColumnNorms(factor);
  return shifted(scaledNorms, exponents, 0);
}

/** Each norm times 2^(exponent - unit). */
function shifted(values: Float64Array, exponents: Int32Array, unit: number): Float64Array {
  return values.map((norm, j) => {
    const k = exponents[j] ?? NO_EXPONENT;
    if (k === NO_EXPONENT) return norm === 0 ? 0 : NaN;
    // Below this the result is 0 anyway, and timesPowerOfTwo ends at -2044.
    return k - unit < -1200 ? 0 : timesPowerOfTwo(norm, k - unit);
  });
}

/** The norm of each column divided by 2^exponent, of order one. */
function scaledColumnNorms(factor: Batch | Factor): { norms: Float64Array; exponents: Int32Array } {
  const { rows, cols, values } = renamed<'factor', 'point'>(factor);
  const exponents = columnExponents(renamed<'factor', 'point'>(factor));
  // Zero and non-finite columns have no exponent and are left as they are: 0 and NaN come out by themselves.
  const shift = exponents.map((k) => (k === NO_EXPONENT ? 0 : -k));
  const half = Float64Array.from(shift, (k) => powerOfTwo(k >> 1));
  const rest = Float64Array.from(shift, (k) => powerOfTwo(k - (k >> 1)));
  const squares = new Float64Array(cols);
  for (let i = 0; i < rows; i++) {
    const from = i * cols;
    for (let j = 0; j < cols; j++) {
      const x = (values[from + j] ?? NaN) * (half[j] ?? NaN) * (rest[j] ?? NaN);
      squares[j] = (squares[j] ?? NaN) + x * x;
    }
  }
  return { norms: squares.map(Math.sqrt), exponents };
}
