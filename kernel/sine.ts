/*
 * The sine of src/portable, line by line.
 */
import { round } from './portable';

function sinPolynomial(high: f64, low: f64): f64 {
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

function cosPolynomial(high: f64, low: f64): f64 {
  const z = high * high;
  let tail = -1.1382631547716566e-11;
  tail = tail * z + 2.087614625621928e-9;
  tail = tail * z - 2.755731727167133e-7;
  tail = tail * z + 2.4801587298765574e-5;
  tail = tail * z - 0.0013888888888887398;
  tail = tail * z + 0.041666666666666664;
  const half = 0.5 * z;
  const head = 1.0 - half;
  return head + (1.0 - head - half + (z * z * tail - high * low));
}

function sumError(a: f64, b: f64, sum: f64): f64 {
  const part = sum - a;
  return a - (sum - part) + (b - part);
}

export function sin(x: f64): f64 {
  const size = abs(x);
  if (size < 7.450580596923828e-9) return x;
  if (!(size <= 1048576)) return NaN;
  const n = round(x * 0.6366197723675814);
  const first = x - n * 1.5707963267341256;
  const second = first - n * 6.077100506303966e-11;
  const third = second - n * 2.0222662487111665e-21;
  const lost =
    sumError(first, -n * 6.077100506303966e-11, second) +
    sumError(second, -n * 2.0222662487111665e-21, third) -
    n * 8.4784276603689e-32;
  const high = third + lost;
  const low = third - high + lost;
  const quadrant = (<i32>n) & 3;
  const value = (quadrant & 1) === 0 ? sinPolynomial(high, low) : cosPolynomial(high, low);
  return (quadrant & 2) === 0 ? value : -value;
}
