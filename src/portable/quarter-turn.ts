import { sumError } from './error-free.js';

/** pi/2 as three parts of 33 bits and a rest (scripts/portable-coefficients.py): n times a part is exact for n < 2^20. */
const PART1 = 1.5707963267341256;
const PART2 = 6.077100506303966e-11;
const PART3 = 2.0222662487111665e-21;
const REST = 8.4784276603689e-32;
const TWO_OVER_PI = 0.6366197723675814;

/** The largest |x| that sin and cos take. Beyond it, n times a part of pi/2 would be rounded. */
export const LARGEST_ANGLE = 1048576;

/** What is left of an angle after quarter turns. */
export interface QuarterTurn {
  /** Quarter turns taken off, modulo 4. */
  readonly quadrant: number;
  /** The rest, in [-pi/4, pi/4] up to its rounding, as a sum of two doubles. */
  readonly high: number;
  readonly low: number;
}

/**
 * x less the nearest multiple of pi/2, to a relative 2^-70 even where x is as close to a multiple as a double can be.
 *
 * @param x with |x| <= LARGEST_ANGLE
 * Source: Cody and Waite 1980, with the rounding errors of the last two subtractions kept.
 */
export function reduceQuarterTurns(x: number): QuarterTurn {
  const n = Math.round(x * TWO_OVER_PI);
  const first = x - n * PART1; // exact: both are multiples of one unit, and the difference is below 1
  const second = first - n * PART2;
  const third = second - n * PART3;
  const lost = sumError(first, -n * PART2, second) + sumError(second, -n * PART3, third) - n * REST;
  const high = third + lost;
  return { quadrant: n & 3, high, low: third - high + lost };
}
