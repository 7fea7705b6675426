import { OTHERS } from '../../theorems/contrasts/cube-exponential-and-waves-break-symmetry.js';
import { sphereRates } from '../../theorems/sphere-rates.js';
import { type Check, U } from './check.js';

/** E g^p h^q for standard normals of correlation r: by parts, one g against another g, or against an h. */
function normalMoment(p: number, q: number, r: number): number {
  if (p === 0) return q === 0 ? 1 : q === 1 ? 0 : (q - 1) * normalMoment(0, q - 2, r);
  return (p >= 2 ? (p - 1) * normalMoment(p - 2, q, r) : 0) + (q >= 1 ? q * r * normalMoment(p - 1, q - 1, r) : 0);
}

/**
 * E z_1^p z_2^q for a row z after batch normalisation, uniform among those of sum 0 and square sum n: in n - 1 dimensions the
 * moments of a sphere are those of normals over those of the radius, m (m + 2) (m + 4) ...
 */
function rowMoment(p: number, q: number, points: number): number {
  const m = points - 1;
  let moment = normalMoment(p, q, -1 / m);
  for (let k = 0; k < p + q; k += 2) moment *= m / (m + k);
  return moment;
}

/** The favouring rate of the cube: the same quotient of moments as in docs/derivations.md#rates-on-the-sphere, each exact. */
function cubeRate(n: number): number {
  const m = n - 1;
  const of = (p: number, q: number): number => rowMoment(p, q, n);
  const own = of(8, 0) - (n * of(6, 0) - of(8, 0)) / m;
  const pair = of(5, 3) - (n * of(3, 3) - of(5, 3) - of(3, 5)) / (n - 2);
  return (own - 2 * pair) / (((of(6, 0) - of(3, 3)) * 2 * n) / m);
}

/** Simpson's rule with 160 panels up to 12 deviations errs by (12/160)^4 / 180 times fourth derivatives of z^8 exp(-z^2/2), in the hundreds. */
const cube: Check = {
  claim: 'contrasts/cube-exponential-and-waves-break-symmetry',
  compare: (planted) =>
    [4, 5, 6, 8, 13].map((points) => ({
      quantity: `rate of the cube at ${points} points`,
      ours: sphereRates({ name: 'cube', at: OTHERS['cube']?.at ?? (() => NaN) }, points).favouring,
      plain: cubeRate(planted ? points + 1 : points),
      allowance: 1e-4 + 1000 * U,
    })),
};

export const sphere: readonly Check[] = [cube];
