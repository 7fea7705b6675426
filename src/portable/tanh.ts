import { expm1 } from './expm1.js';

/**
 * The hyperbolic tangent, from + - * / only, so that every engine gives the same bits.
 *
 * In [-1, 1]. Error below 2.6 ulp, also in relative terms near 0: tanh(1e-300) is 1e-300.
 * Source: tanh x = m / (m + 2) with m = e^(2x) - 1.
 */
export function tanh(x: number): number {
  const m = expm1(-2 * Math.abs(x)); // in (-1, 0]: nothing overflows
  const size = -m / (m + 2);
  return x < 0 ? -size : x === 0 ? x : size;
}
