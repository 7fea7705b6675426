import { power } from '../portable/power.js';

/** E[phi(x) phi(y)] for phi(z) = max(z, 0)^a and standard normals of correlation r, in units of its value at r = 0. */
export interface PowerKernel {
  readonly value: number;
  /** Derivative by r. */
  readonly slope: number;
  /** The value at r = 1. */
  readonly atOne: number;
}

/**
 * The arc-cosine kernel of any degree a > 0, by its power series: the coefficients p_k are the squared Hermite coefficients of
 * phi, and p_(k+2) / p_k = (a-k)^2 / ((k+1)(k+2)).
 *
 * Range: |r| <= 1/2, where 60 terms after the a-th suffice; NaN outside. Error: a few units of `atOne`.
 * Source: Cho and Saul 2009; Hermite coefficients by partial integration, c_(k+2) = (a-k) c_k, docs/derivations.md#powers-of-relu
 */
export function powerKernel(a: number, r: number): PowerKernel {
  if (!(a > 0 && Math.abs(r) <= 0.5)) return { value: NaN, slope: NaN, atOne: NaN };
  const half = halfStep((a + 1) / 2);
  let [even, odd] = [1, 2 * half * half];
  let [value, slope, last] = [0, 0, 1]; // last = r^(k-1)
  for (let k = 0; k < a + 60; k += 2) {
    value += k === 0 ? even : even * last * r;
    slope += k === 0 ? 0 : k * even * last;
    value += odd * (k === 0 ? r : last * r * r);
    slope += (k + 1) * odd * (k === 0 ? 1 : last * r);
    even *= ((a - k) * (a - k)) / ((k + 1) * (k + 2));
    odd *= ((a - k - 1) * (a - k - 1)) / ((k + 2) * (k + 3));
    last = k === 0 ? r : last * r * r;
  }
  return { value, slope, atOne: (2 * power(2, a) * half) / halfStep(a + 0.5) };
}

/**
 * Gamma(x + 1/2) / Gamma(x) for x > 0, to a few units: the asymptotic series beyond 40, and below it the recursion up to there.
 *
 * Source: Tricomi and Erdelyi 1951; first term left out below 3e-17 at 40.
 */
export function halfStep(x: number): number {
  let factor = 1;
  let y = x;
  for (; y < 40; y += 1) factor *= y / (y + 0.5);
  const z = 1 / (8 * y);
  // sqrt(y) (1 - z + z^2/2 + 5 z^3/2 - 21 z^4/8 - 399 z^5/8 + 869 z^6/16 + 39325 z^7/16)
  const series =
    1 - z * (1 - z * (1 / 2 + z * (5 / 2 - z * (21 / 8 + z * (399 / 8 - z * (869 / 16 + (z * 39325) / 16))))));
  return factor * Math.sqrt(y) * series;
}
