import { nearestExponent, timesPowerOfTwo } from './bits.js';
import { productError, sumError } from './error-free.js';
import { exp, LN2_HIGH, LN2_LOW } from './exp.js';
import { artanhTail, SMALLEST_NORMAL } from './log.js';

/** Beyond this exponent every power of a double other than 1 is 0 or Infinity; a product with a logarithm stays finite. */
const LARGEST_EXPONENT = 36893488147419103232; // 2^65

/**
 * x^a for x >= 0 and real a, from + - * / sqrt only, so that every engine gives the same bits.
 *
 * a = 0, 1/2, 1, ..., 4 by multiplication and square root: x^2 is x * x, x^(5/2) is x * x * sqrt(x); error below 2.5 ulp.
 * Otherwise e^(a ln x) with the logarithm to 60 bits: error below 1.5 + |a ln x| / 20 ulp.
 * x^0 = 1 for every x >= 0; 0^a = Infinity for a < 0; NaN for x < 0.
 */
export function power(x: number, a: number): number {
  if (!(x >= 0) || Number.isNaN(a)) return NaN;
  if (a >= 0 && a <= 4 && Number.isInteger(2 * a)) return halfIntegerPower(x + 0, a); // -0 + 0 is 0
  if (x === 1) return 1;
  if (x === 0 || x === Infinity) return (x === 0) === a > 0 ? 0 : Infinity;
  return exponentialOfProduct(Math.max(-LARGEST_EXPONENT, Math.min(LARGEST_EXPONENT, a)), x);
}

/** x^a for 2a = 0, 1, ..., 8. */
function halfIntegerPower(x: number, a: number): number {
  const whole = Math.floor(a);
  const square = x * x;
  let result = whole === 0 ? 1 : whole === 1 ? x : whole === 2 ? square : whole === 3 ? square * x : square * square;
  if (a !== whole) result *= Math.sqrt(x);
  return result;
}

/** e^(a ln x) for positive finite x: both the logarithm and the product carry a second double. */
function exponentialOfProduct(a: number, x: number): number {
  const subnormal = x < SMALLEST_NORMAL;
  const normal = subnormal ? x * 18014398509481984 : x; // 2^54
  const scale = nearestExponent(normal);
  const f = timesPowerOfTwo(normal, -scale) - 1;
  const k = subnormal ? scale - 54 : scale;

  // s + rest = f / (2 + f), and ln x = k ln 2 + 2 artanh(s + rest).
  const below = 2 + f;
  const s = f / below;
  const times = s * below;
  const rest = (f - times - productError(s, below, times) - s * (f - (below - 2))) / below;
  const z = s * s;
  const coarse = k * LN2_HIGH + 2 * s;
  const fine = sumError(k * LN2_HIGH, 2 * s, coarse) + (2 * rest + s * z * artanhTail(z) + k * LN2_LOW);
  const high = coarse + fine;
  const low = coarse - high + fine;

  const y = a * high;
  const e = exp(y);
  return e === Infinity ? e : e + e * (productError(a, high, y) + a * low);
}
