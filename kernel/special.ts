/*
 * The error function and the sine of src/portable, line by line.
 */
import { exp, round } from './portable';

function scaledErfc(x: f64): f64 {
  const t = (x - 4.0) / (x + 4.0);
  let p = 4.335744696880128e-11;
  p = p * t - 1.37212432109558e-10;
  p = p * t - 5.47796315403793e-10;
  p = p * t + 1.7887492189077536e-9;
  p = p * t + 3.979908209935334e-9;
  p = p * t - 1.470518755238763e-8;
  p = p * t - 2.1917128684776733e-8;
  p = p * t + 1.1009041560728304e-7;
  p = p * t + 7.89343963476142e-8;
  p = p * t - 8.249127434964572e-7;
  p = p * t + 2.909062968371427e-7;
  p = p * t + 5.709201212226352e-6;
  p = p * t - 1.1220753452725425e-5;
  p = p * t - 2.4398942309069806e-5;
  p = p * t + 0.00015062130746391778;
  p = p * t - 0.0001992567764579197;
  p = p * t - 0.0007577732195352293;
  p = p * t + 0.005031969992810925;
  p = p * t - 0.01619773406595253;
  p = p * t + 0.03716751553591141;
  p = p * t - 0.0663303658116485;
  p = p * t + 0.09373283499843951;
  p = p * t - 0.10103906603632504;
  p = p * t + 0.06809705425469036;
  p = p * t + 0.015379652102620042;
  p = p * t - 0.1396211168405625;
  p = p * t - 0.01700488137444749;
  return (1.25 + p) / (1.0 + 2.0 * x);
}

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

function gaussian(x: f64, c: f64): f64 {
  const h = <f64>(<f32>x);
  const d = c * (x - h) * (x + h);
  const e = exp(-c * h * h);
  return e - e * d * (1.0 - d * (1.0 / 2.0 - d * (1.0 / 6.0)));
}

export function normalCdf(x: f64): f64 {
  const size = abs(x);
  const tail = size > 39 ? 0.0 : 0.5 * gaussian(size, 0.5) * scaledErfc(size * 0.7071067811865476);
  return x > 0 ? 1.0 - tail : tail;
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
