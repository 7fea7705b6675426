import { gaussian } from './gaussian.js';
import { scaledErfc } from './scaled-erfc.js';

const INVERSE_SQRT2 = 0.7071067811865476;

/**
 * Phi(x), the probability that a standard normal is at most x, from + - * / only.
 *
 * In [0, 1]. Error below 5 ulp down the lower tail to x = -37.5; below it the result is subnormal, and 0 from -38.5.
 * Not erfc(-x / sqrt 2) / 2: the rounding of x / sqrt 2 would cost x^2 ulp. Only the slow factor sees that rounding here.
 */
export function normalCdf(x: number): number {
  const size = Math.abs(x);
  const tail = size > 39 ? 0 : 0.5 * gaussian(size, 0.5) * scaledErfc(size * INVERSE_SQRT2);
  return x > 0 ? 1 - tail : tail;
}
