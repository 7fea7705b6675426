import { erfc } from '../portable/erfc.js';
import { exp } from '../portable/exp.js';

/**
 * P(chi-square with k degrees of freedom >= x) for k = 0, 1, ..., `most`; nothing is chi-square with 0 degrees, so entry 0 is 0.
 *
 * Relative error about k u, as all terms are positive. Range: x > 0; underflows to 0 beyond x = 1400.
 * Source: Q(a+1, y) = Q(a, y) + y^a e^-y / Gamma(a+1), y = x/2, from Q(1/2, y) = erfc(sqrt y) and Q(1, y) = e^-y.
 */
export function chiSquareTails(x: number, most: number): Float64Array {
  const y = x / 2;
  const tails = new Float64Array(most + 1);
  // The term to be added next, for odd and for even degrees: y^a e^-y / Gamma(a+1) at a = 1/2 and a = 1.
  const terms = [2 * Math.sqrt(y / Math.PI) * exp(-y), y * exp(-y)];
  for (let k = 1; k <= most; k++) {
    if (k <= 2) {
      tails[k] = k === 1 ? erfc(Math.sqrt(y)) : exp(-y);
      continue;
    }
    const odd = k % 2 === 1 ? 0 : 1;
    const term = terms[odd] ?? NaN;
    tails[k] = Math.min(1, (tails[k - 2] ?? NaN) + term);
    terms[odd] = term * (y / (k / 2));
  }
  return tails;
}
