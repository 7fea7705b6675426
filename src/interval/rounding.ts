import { productError, sumError } from '../portable/error-free.js';

/**
 * Bounds of + - * / and sqrt on doubles: all that a certificate assumes of the machine is listed here, and nowhere else.
 *
 * 1. A number of JavaScript is an IEEE 754 binary64, and + - * / and Math.sqrt round its exact result to nearest, ties to even, with
 *    gradual underflow: ECMA-262 demands it, so no engine may use extended precision, contract a * b + c, or flush to zero.
 * 2. Converting decimal literals and JSON numbers rounds to nearest as well; only integers below 2^53 are read in certificates.
 * 3. The program runs as written. No other function of Math is called: neither exp nor acos is trusted anywhere.
 *
 * Each pair of functions returns the largest double known to be <= and the smallest known to be >= the exact result. The
 * rounding error is computed exactly where error-free transformations are valid; elsewhere the result is widened by one unit.
 * NaN stays NaN, and a proof must read every comparison so that NaN fails it.
 */

/** u (1 + 2u) with u = 2^-53. */
const PHI = 1.1102230246251568e-16;
const SMALLEST = 5e-324;

/** A double below every real number that rounds to x. Source: Rump, Zimmermann, Boldo and Melquiond 2009, algorithm 1. */
export function below(x: number): number {
  return x === Infinity ? Number.MAX_VALUE : x - (PHI * Math.abs(x) + SMALLEST);
}

/** A double above every real number that rounds to x. */
export function above(x: number): number {
  return -below(-x);
}

/** Down or up by one, where an exact error has this sign. Unknown errors, NaN, count as either sign. */
function lower(x: number, error: number): number {
  return error >= 0 ? x : below(x);
}

function upper(x: number, error: number): number {
  return error <= 0 ? x : above(x);
}

export function sumDown(a: number, b: number): number {
  const sum = a + b;
  return lower(sum, sumError(a, b, sum));
}

export function sumUp(a: number, b: number): number {
  const sum = a + b;
  return upper(sum, sumError(a, b, sum));
}

/** Between these, no product of heads and tails of Dekker's algorithm overflows or loses digits to underflow. */
const LEAST = 1e-280;
const MOST = 1e290;

/** The rounding error of a product; NaN where it is not known. */
function errorOfProduct(a: number, b: number, product: number): number {
  if (a === 0 || b === 0) return 0;
  const size = Math.abs(product);
  const safe = size >= LEAST && size <= MOST && Math.abs(a) <= MOST && Math.abs(b) <= MOST;
  return safe ? productError(a, b, product) : NaN;
}

/** 0 times an infinite bound is 0: what lies within such bounds is finite. */
export function productDown(a: number, b: number): number {
  if (a === 0 || b === 0) return Number.isNaN(a) || Number.isNaN(b) ? NaN : 0;
  const product = a * b;
  return lower(product, errorOfProduct(a, b, product));
}

export function productUp(a: number, b: number): number {
  return -productDown(-a, b);
}

/** a/b minus the quotient, up to a positive factor: the remainder a - quotient b is a double (Dekker), its sign times that of b. */
function errorOfQuotient(a: number, b: number, quotient: number): number {
  const product = quotient * b;
  const size = Math.abs(a);
  if (!(size >= LEAST && size <= MOST)) return NaN;
  const remainder = a - product - errorOfProduct(quotient, b, product);
  return b > 0 ? remainder : -remainder;
}

/** @param b not 0 */
export function quotientDown(a: number, b: number): number {
  if (a === 0) return Number.isNaN(b) ? NaN : 0;
  const quotient = a / b;
  return lower(quotient, errorOfQuotient(a, b, quotient));
}

export function quotientUp(a: number, b: number): number {
  return -quotientDown(-a, b);
}

/** x - root^2, which is a double: its sign is that of the rounding error. */
function errorOfRoot(x: number, root: number): number {
  if (x === 0) return 0;
  if (!(x >= LEAST && x <= MOST)) return NaN;
  const square = root * root;
  return x - square - errorOfProduct(root, root, square);
}

/** @param x >= 0; NaN otherwise */
export function rootDown(x: number): number {
  const root = Math.sqrt(x);
  return lower(root, errorOfRoot(x, root));
}

export function rootUp(x: number): number {
  const root = Math.sqrt(x);
  return upper(root, errorOfRoot(x, root));
}
