import { exp, expTail, LN2_HIGH, LN2_LOW, INVERSE_LN2 } from './exp.js';
import { powerOfTwo } from './bits.js';

/**
 * e^x - 1 without the cancellation near 0, from + - * / only, so that every engine gives the same bits.
 *
 * Error below 1.6 ulp. Infinity above 709.78; -1 below -40.
 * Source: x = k ln 2 + r as in exp; 2^k ((1 - 2^-k) + (e^r - 1)), where 1 - 2^-k is exact for |k| <= 53.
 */
export function expm1(x: number): number {
  if (Math.abs(x) < 1e-17) return x; // keeps -0
  if (x > 40) return exp(x); // 1 is below a hundredth of an ulp
  if (x < -40) return -1; // e^-40 is below a tenth of an ulp
  const k = Math.round(x * INVERSE_LN2);
  const high = x - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const r = high - low;
  const m = r + (r * r * expTail(r) + (high - r - low));
  return powerOfTwo(k) * (1 - powerOfTwo(-k) + m);
}
