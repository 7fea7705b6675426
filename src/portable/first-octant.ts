/**
 * Sine and cosine of an angle in [-pi/4, pi/4] that is given as a sum of two doubles.
 */

/** sin(high + low) for |high| <= pi/4. Polynomial of degree 13: relative error 6.4e-18. */
export function sinPolynomial(high: number, low: number): number {
  const z = high * high;
  let tail = -7.586696515355814e-13;
  tail = tail * z + 1.6058531608767765e-10;
  tail = tail * z - 2.5052106232383108e-8;
  tail = tail * z + 2.755731921933898e-6;
  tail = tail * z - 0.00019841269841265065;
  tail = tail * z + 0.008333333333333331;
  tail = tail * z - 0.16666666666666666;
  return high + (low + (high * z * tail - 0.5 * z * low));
}

/** cos(high + low) for |high| <= pi/4. Polynomial of degree 14: relative error 1.3e-18. */
export function cosPolynomial(high: number, low: number): number {
  const z = high * high;
  let tail = -1.1382631547716566e-11;
  tail = tail * z + 2.087614625621928e-9;
  tail = tail * z - 2.755731727167133e-7;
  tail = tail * z + 2.4801587298765574e-5;
  tail = tail * z - 0.0013888888888887398;
  tail = tail * z + 0.041666666666666664;
  const half = 0.5 * z;
  const head = 1 - half;
  return head + (1 - head - half + (z * z * tail - high * low));
}
