import { nearestExponent, timesPowerOfTwo } from './bits.js';
import { logOfParts } from './log.js';

/**
 * ln(1 + x) without the rounding of 1 + x, from + - * / only, so that every engine gives the same bits.
 *
 * Error below 0.9 ulp, also in relative terms near 0. -Infinity at -1, NaN below -1.
 * Source: the logarithm of u = 1 + x as rounded, plus what the rounding lost divided by u.
 */
export function log1p(x: number): number {
  if (!(x > -1)) return x === -1 ? -Infinity : NaN;
  if (x === Infinity) return x;
  if (Math.abs(x) < 1e-17) return x; // keeps -0
  if (x > -0.25 && x < 0.4) return logOfParts(0, x, 0);
  const u = 1 + x;
  const lost = x > 1 ? 1 - (u - x) : x - (u - 1);
  const k = nearestExponent(u);
  return logOfParts(k, timesPowerOfTwo(u, -k) - 1, lost / u);
}
