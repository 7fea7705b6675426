import { binaryExponent, powerOfTwo } from '../portable/bits.js';
import type { Matrix } from './matrix.js';

/** A matrix in two parts: column j of it is column j of `columns` times 2^exponents[j]. */
export interface ScaledColumns<R extends string, C extends string> {
  readonly columns: Matrix<R, C>;
  readonly exponents: Int32Array;
}

/** Stands for the exponent of a column that has none. Below -1074, so that a maximum over columns passes it by. */
export const NO_EXPONENT = -2147483648;
const SMALLEST_NORMAL = 2.2250738585072014e-308;

/** The k with 2^k <= x < 2^(k+1), subnormal x included. `NO_EXPONENT` for 0, Infinity and NaN. */
export function exponentOf(x: number): number {
  if (!(x > 0) || x === Infinity) return NO_EXPONENT;
  return x < SMALLEST_NORMAL ? binaryExponent(x * 18014398509481984) - 54 : binaryExponent(x);
}

/** The exponent of the largest magnitude in each column. Range: -1074 to 1023, or `NO_EXPONENT` if it is 0 or not finite. */
export function columnExponents<R extends string, C extends string>(m: Matrix<R, C>): Int32Array {
  const largest = new Float64Array(m.cols);
  for (let i = 0; i < m.rows; i++) {
    const from = i * m.cols;
    // Math.max keeps a NaN, a comparison would drop it.
    for (let j = 0; j < m.cols; j++) largest[j] = Math.max(largest[j] ?? NaN, Math.abs(m.values[from + j] ?? NaN));
  }
  return Int32Array.from(largest, exponentOf);
}

/** Column j times 2^exponents[j], exponents in [-2044, 2046]. Exact unless an entry ends outside the normal range. */
export function shiftColumns<R extends string, C extends string>(m: Matrix<R, C>, exponents: Int32Array): Matrix<R, C> {
  // Two factors, because 2^1074 alone is no double.
  const half = Float64Array.from(exponents, (k) => powerOfTwo(k >> 1));
  const rest = Float64Array.from(exponents, (k) => powerOfTwo(k - (k >> 1)));
  const values = new Float64Array(m.values.length);
  for (let i = 0; i < m.rows; i++) {
    const from = i * m.cols;
    for (let j = 0; j < m.cols; j++) {
      values[from + j] = (m.values[from + j] ?? NaN) * (half[j] ?? NaN) * (rest[j] ?? NaN);
    }
  }
  return { rows: m.rows, cols: m.cols, values };
}

/**
 * Every column brought to order one: its largest magnitude lies in [1, 2), so that products neither overflow nor underflow.
 *
 * A column of zeros, or with an entry that is not finite, stays as it is, with exponent 0.
 */
export function scaleColumns<R extends string, C extends string>(m: Matrix<R, C>): ScaledColumns<R, C> {
  const exponents = columnExponents(m).map((k) => (k === NO_EXPONENT ? 0 : k));
  return {
    columns: shiftColumns(
      m,
      exponents.map((k) => -k),
    ),
    exponents,
  };
}

/** The whole matrix times the one power of two that brings its largest magnitude into [1, 2), and that exponent. */
export function scaleWhole<R extends string, C extends string>(
  m: Matrix<R, C>,
): { readonly whole: Matrix<R, C>; readonly exponent: number } {
  const largest = columnExponents(m).reduce((a, b) => Math.max(a, b), NO_EXPONENT);
  const exponent = largest === NO_EXPONENT ? 0 : largest;
  return { whole: shiftColumns(m, new Int32Array(m.cols).fill(-exponent)), exponent };
}
