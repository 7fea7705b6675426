import { cosPolynomial, sinPolynomial } from './first-octant.js';
import { LARGEST_ANGLE, reduceQuarterTurns } from './quarter-turn.js';

/**
 * cos x for |x| <= 2^20, from + - * / only, so that every engine gives the same bits.
 *
 * Error below 0.9 ulp. NaN beyond 2^20, where the reduction would lose bits.
 */
export function cos(x: number): number {
  if (!(Math.abs(x) <= LARGEST_ANGLE)) return NaN;
  const { quadrant, high, low } = reduceQuarterTurns(x);
  const value = (quadrant & 1) === 0 ? cosPolynomial(high, low) : sinPolynomial(high, low);
  return ((quadrant + 1) & 2) === 0 ? value : -value;
}
