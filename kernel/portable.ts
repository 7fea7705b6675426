/*
 * src/portable, line by line: the same operations in the same order, hence the same bits.
 */
export const LN2_HIGH: f64 = 0.6931467056274414;
export const LN2_LOW: f64 = 4.7493250390316726e-7;
const INVERSE_LN2: f64 = 1.4426950408889634;
const SQRT2: f64 = 1.4142135623730951;
const SMALLEST_NORMAL: f64 = 2.2250738585072014e-308;

/** To the nearest integer, halves up, as Math.round. */
export function round(x: f64): f64 {
  const up = ceil(x);
  return up - 0.5 > x ? up - 1 : up;
}

export function powerOfTwo(k: i32): f64 {
  return reinterpret<f64>((<i64>(k + 1023)) << 52);
}

export function timesPowerOfTwo(x: f64, k: i32): f64 {
  const half = k >> 1;
  return x * powerOfTwo(half) * powerOfTwo(k - half);
}

export function nearestExponent(x: f64): i32 {
  const k = <i32>(reinterpret<u64>(x) >> 52) - 1023;
  return timesPowerOfTwo(x, -k) > SQRT2 ? k + 1 : k;
}

export function exp(x: f64): f64 {
  if (!(x <= 709.782712893384)) return x > 0 ? Infinity : NaN;
  if (x < -745.1332191019412) return 0;
  const k = round(x * INVERSE_LN2);
  const high = x - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const r = high - low;
  return timesPowerOfTwo(1.0 + (high - (low - r * r * expTail(r))), <i32>k);
}

function expTail(r: f64): f64 {
  let tail: f64 = 1.0 / 6227020800.0;
  tail = tail * r + 1.0 / 479001600.0;
  tail = tail * r + 1.0 / 39916800.0;
  tail = tail * r + 1.0 / 3628800.0;
  tail = tail * r + 1.0 / 362880.0;
  tail = tail * r + 1.0 / 40320.0;
  tail = tail * r + 1.0 / 5040.0;
  tail = tail * r + 1.0 / 720.0;
  tail = tail * r + 1.0 / 120.0;
  tail = tail * r + 1.0 / 24.0;
  tail = tail * r + 1.0 / 6.0;
  tail = tail * r + 1.0 / 2.0;
  return tail;
}

export function log(x: f64): f64 {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN;
  if (x === Infinity) return x;
  if (x < SMALLEST_NORMAL) return log(x * 18014398509481984.0) - 54.0 * LN2_HIGH - 54.0 * LN2_LOW;
  const k = nearestExponent(x);
  return logOfParts(<f64>k, timesPowerOfTwo(x, -k) - 1.0, 0);
}

function logOfParts(k: f64, f: f64, c: f64): f64 {
  const s = f / (2.0 + f);
  const z = s * s;
  return k * LN2_HIGH + (f - (s * (f - z * artanhTail(z)) - (k * LN2_LOW + c)));
}

export function artanhTail(z: f64): f64 {
  let tail: f64 = 2.0 / 21.0;
  tail = tail * z + 2.0 / 19.0;
  tail = tail * z + 2.0 / 17.0;
  tail = tail * z + 2.0 / 15.0;
  tail = tail * z + 2.0 / 13.0;
  tail = tail * z + 2.0 / 11.0;
  tail = tail * z + 2.0 / 9.0;
  tail = tail * z + 2.0 / 7.0;
  tail = tail * z + 2.0 / 5.0;
  tail = tail * z + 2.0 / 3.0;
  return tail;
}
