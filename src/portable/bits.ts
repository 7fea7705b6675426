/**
 * Exponent arithmetic on doubles. Scratch views, because BigInt conversions cost a hundred times as much.
 */
const double = new Float64Array(1);
const words = new Uint32Array(double.buffer);
/** Index of the word that holds sign and exponent: 1 on little-endian machines, 0 on big-endian ones. */
const HIGH = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1 ? 1 : 0;

/** 2^k for an integer k in [-1022, 1023], exactly. */
export function powerOfTwo(k: number): number {
  words[1 - HIGH] = 0;
  words[HIGH] = (k + 1023) << 20;
  return double[0] ?? NaN;
}

/** `x 2^k`, rounded at most once for normal x; k in [-2044, 2046]. Two factors, because 2^k alone may overflow. */
export function timesPowerOfTwo(x: number, k: number): number {
  const half = k >> 1;
  return x * powerOfTwo(half) * powerOfTwo(k - half);
}

/** The k with `2^k <= x < 2^(k+1)`, for normal positive x. */
export function binaryExponent(x: number): number {
  double[0] = x;
  return ((words[HIGH] ?? 0) >>> 20) - 1023;
}

const SQRT2 = 1.4142135623730951;

/** The k with `x 2^-k` in [1/sqrt 2, sqrt 2], for normal positive x: the power of two closest to x in ratio. */
export function nearestExponent(x: number): number {
  const k = binaryExponent(x);
  return timesPowerOfTwo(x, -k) > SQRT2 ? k + 1 : k;
}
