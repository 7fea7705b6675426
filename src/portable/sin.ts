import { cosPolynomial, sinPolynomial } from './first-octant.js';
import { LARGEST_ANGLE, reduceQuarterTurns } from './quarter-turn.js';

/** Below this sin x = x to 57 bits, and -0 keeps its sign. */
const TINY = 7.450580596923828e-9; // 2^-27

/**
 * sin x for |x| <= 2^20, from + - * / only, so that every engine gives the same bits.
 *
 * Error below 0.9 ulp. NaN beyond 2^20, where the reduction would lose bits: an activation that large has
 * diverged, and a wrong sine would hide it.
 */
export function sin(x: number): number {
  const size = Math.abs(x);
  if (size < TINY) return x;
  if (!(size <= LARGEST_ANGLE)) return NaN;
  const { quadrant, high, low } = reduceQuarterTurns(x);
  const value = (quadrant & 1) === 0 ? sinPolynomial(high, low) : cosPolynomial(high, low);
  return (quadrant & 2) === 0 ? value : -value;
}
