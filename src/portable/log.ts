import { nearestExponent, timesPowerOfTwo } from './bits.js';
import { LN2_HIGH, LN2_LOW } from './exp.js';

/** Below it a double has no binary exponent of its own. */
export const SMALLEST_NORMAL = 2.2250738585072014e-308;

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
  const k = nearestExponent(x);
  return logOfParts(k, timesPowerOfTwo(x, -k) - 1, 0);
}

/** k ln 2 + ln(1 + f) + c for 1 + f in [1/sqrt 2, sqrt 2] and a correction c below an ulp of the rest. */
export function logOfParts(k: number, f: number, c: number): number {
  const s = f / (2 + f);
  const z = s * s;
  // 2 artanh(s) = 2s + s z tail, and 2s = f - s f: this form loses nothing when f is small.
  return k * LN2_HIGH + (f - (s * (f - z * artanhTail(z)) - (k * LN2_LOW + c)));
}

/** (2 artanh(s) - 2s) / s^3 at z = s^2, for |s| <= 3 - 2 sqrt 2, by the Taylor series. */
export function artanhTail(z: number): number {
  let tail = 2 / 21;
  tail = tail * z + 2 / 19;
  tail = tail * z + 2 / 17;
  tail = tail * z + 2 / 15;
  tail = tail * z + 2 / 13;
  tail = tail * z + 2 / 11;
  tail = tail * z + 2 / 9;
  tail = tail * z + 2 / 7;
  tail = tail * z + 2 / 5;
  tail = tail * z + 2 / 3;
  return tail;
}
