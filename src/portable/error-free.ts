/**
 * Sums and products with their rounding errors: what a result of more than 53 bits is made of.
 */

/** The e with `sum + e = a + b` exactly, where sum = a + b as rounded. Source: Knuth, TAOCP 2, 4.2.2, theorem B. */
export function sumError(a: number, b: number, sum: number): number {
  const part = sum - a;
  return a - (sum - part) + (b - part);
}

/** 2^27 + 1: leaves 26 bits in the head, so that products of heads and tails are exact. */
const SPLITTER = 134217729;

/**
 * The e with `product + e = a b` exactly, where product = a b as rounded.
 *
 * NaN when a factor is above 2^996 (the split overflows); inexact when the product is below 2^-968 (the error underflows).
 * Source: Veltkamp's split, Dekker 1971.
 */
export function productError(a: number, b: number, product: number): number {
  const aScaled = SPLITTER * a;
  const aHead = aScaled - (aScaled - a);
  const aTail = a - aHead;
  const bScaled = SPLITTER * b;
  const bHead = bScaled - (bScaled - b);
  const bTail = b - bHead;
  return aTail * bTail - (product - aHead * bHead - aTail * bHead - aHead * bTail);
}
