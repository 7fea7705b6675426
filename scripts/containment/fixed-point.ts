import { dyadic } from './exact.js';

/** Numbers in units of 2^-230, 69 decimals: a second, slow and plain arithmetic, which the intervals are held against. */
const BITS = 230n;
const ONE = 1n << BITS;

/** A double of size above 2^-170 or 0, exactly; smaller ones are cut off. */
export function fixed(x: number): bigint {
  const { m, e } = dyadic(x);
  const shift = BITS + BigInt(e);
  return shift >= 0n ? m << shift : m >> -shift;
}

function product(a: bigint, b: bigint): bigint {
  return (a * b) >> BITS;
}

function quotient(a: bigint, b: bigint): bigint {
  return (a << BITS) / b;
}

function root(x: bigint): bigint {
  const square = x << BITS;
  if (square <= 0n) return 0n;
  let r = 1n << BigInt((square.toString(2).length / 2 + 1) | 0);
  for (;;) {
    const next = (r + square / r) >> 1n;
    if (next >= r) return r;
    r = next;
  }
}

/** Sum of terms, each the one before times `step` over whole numbers, until nothing is left of them. */
function series(first: bigint, step: bigint, divisor: (k: number) => number): bigint {
  let [sum, term] = [first, first];
  for (let k = 0; term !== 0n && term !== -1n; k++) {
    term = product(term, step) / BigInt(divisor(k));
    sum += term;
  }
  return sum;
}

export function sine(x: bigint): bigint {
  return series(x, -product(x, x), (k) => (2 * k + 2) * (2 * k + 3));
}

export function cosine(x: bigint): bigint {
  return series(ONE, -product(x, x), (k) => (2 * k + 1) * (2 * k + 2));
}

/** Angle in [0, pi/2] of a point of the unit circle: halved six times, then the series of the arc tangent. */
function angleOf(c: bigint, s: bigint): bigint {
  let tangent = quotient(s, ONE + c); // of half the angle
  for (let halvings = 0; halvings < 5; halvings++) {
    tangent = quotient(tangent, ONE + root(ONE + product(tangent, tangent)));
  }
  const square = product(tangent, tangent);
  let [sum, power] = [0n, tangent];
  for (let k = 1n; power !== 0n && power !== -1n; k += 2n) {
    sum += power / k;
    power = -product(power, square);
  }
  return sum << 6n;
}

export const PI = 4n * angleOf(root(ONE >> 1n), root(ONE >> 1n));

/** acos r for r in [-1, 1]. */
export function arcCosine(r: bigint): bigint {
  const s = root(ONE - product(r, r));
  return r >= 0n ? angleOf(r, s) : PI - angleOf(-r, s);
}

/** kappa(-cos x) = (sin x - x cos x)/pi. */
export function crossing(x: bigint): bigint {
  return quotient(sine(x) - product(x, cosine(x)), PI);
}

export function kappa(r: bigint): bigint {
  const angle = arcCosine(r);
  return quotient(root(ONE - product(r, r)) + product(PI - angle, r), PI);
}

export function kappaSlope(r: bigint): bigint {
  return ONE - quotient(arcCosine(r), PI);
}

/** 1 - cos x. */
export function cosineGap(x: bigint): bigint {
  return ONE - cosine(x);
}

/** F(lead, x) of docs/derivations.md#leads-under-batch-normalisation, by its definition, for whole numbers `lead` and n. */
export function shortfall(x: bigint, lead: number, n: number): bigint {
  const [m, far] = [n - 1, n * (n - 2)];
  const whole = fixed(far) + x;
  const within = arcCosine(quotient(x - fixed(n), whole));
  const own = ONE - quotient(crossing(within), cosineGap(within));
  const cross = product(root(product(x, whole)), crossing(arcCosine(root(quotient(x, whole)))));
  return BigInt(n * n * lead + far) * own - BigInt(m * m + 1) * x - fixed(far) + BigInt(2 * m) * cross;
}
