import { gaussian } from './gaussian.js';
import { scaledErfc } from './scaled-erfc.js';

/**
 * The complementary error function 1 - erf(x), from + - * / only, so that every engine gives the same bits.
 *
 * In [0, 2]. Error below 5 ulp down the whole upper tail, to x = 26.5; beyond it the result is subnormal, and 0 from 27.3.
 */
export function erfc(x: number): number {
  const size = Math.abs(x);
  const tail = size > 28 ? 0 : gaussian(size, 1) * scaledErfc(size);
  return x < 0 ? 2 - tail : tail;
}
