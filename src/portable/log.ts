import { binaryExponent, timesPowerOfTwo } from './bits.js';
import { LN2_HIGH, LN2_LOW } from './exp.js';

const SQRT2 = 1.4142135623730951;
const SMALLEST_NORMAL = 2.2250738585072014e-308;

/**
 * The natural logarithm, from + - * / only, so that every engine gives the same bits.
 *
 * Error below 1 ulp (against 40-digit values, test/portable). -Infinity at 0, NaN below 0.
 * Source: x = 2^k m with m in [1/sqrt 2, sqrt 2], ln m = 2 artanh(s) with s = (m-1)/(m+1), series to s^21 (remainder 6e-19).
 */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN;
  if (x === Infinity) return x;
  if (x < SMALLEST_NORMAL) return log(x * 18014398509481984) - 54 * LN2_HIGH - 54 * LN2_LOW;
  let k = binaryExponent(x);
  let m = timesPowerOfTwo(x, -k);
  if (m > SQRT2) {
    m /= 2;
    k += 1;
  }
  const f = m - 1;
  const s = f / (2 + f);
  const z = s * s;
  let series = 2 / 21;
  series = series * z + 2 / 19;
  series = series * z + 2 / 17;
  series = series * z + 2 / 15;
  series = series * z + 2 / 13;
  series = series * z + 2 / 11;
  series = series * z + 2 / 9;
  series = series * z + 2 / 7;
  series = series * z + 2 / 5;
  series = series * z + 2 / 3;
  // 2 artanh(s) = 2s + s z series, and 2s = f - s f: this form loses nothing when f is small.
  return k * LN2_HIGH + (f - (s * (f - z * series) - k * LN2_LOW));
}
