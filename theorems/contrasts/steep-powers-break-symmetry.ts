import { powerKernel } from '../../src/limit/power-kernel.js';
import { powerRelu } from '../../src/network/activations.js';
import { batchNormRelu } from '../../src/network/layers.js';
import { activate } from '../../src/network/stages.js';
import { observed } from '../../src/theory/source.js';
import { type DeterministicTheorem, theorem } from '../../src/theory/theorem.js';
import { inBand } from '../odd-point-state.js';
import { batchNormIsStableAtSymmetry, symmetricRates } from './batch-norm-is-stable-at-symmetry.js';

/** A batch under full batch normalisation with max(z, 0)^a. */
export interface SteepPower {
  readonly points: number;
  readonly power: number;
}

/** Rates of the symmetric state for max(z, 0)^a: those that favour points, and the balanced ones. */
export function powerRates({ points, power: a }: SteepPower): ReturnType<typeof symmetricRates> {
  const { value, slope, atOne } = powerKernel(a, -1 / (points - 1));
  const quotient = slope / (atOne - value);
  const length = points - 1 + 2 * a;
  return {
    favouring: (a * (points - 2) + (points / (points - 1)) * quotient) / length,
    balanced: (points * quotient) / length,
  };
}

/** The power at which the symmetric state loses its stability, by bisection; Infinity when it never does up to 60. */
export function threshold(points: number): number {
  const grows = (power: number): boolean => powerRates({ points, power }).favouring >= 1;
  if (!grows(60)) return Infinity;
  let [low, high] = [1, 60];
  for (let k = 0; k < 60; k++) {
    const middle = (low + high) / 2;
    if (grows(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/** The conclusion for given bounds on n (threshold - 1), so that false ones can be put in their place. */
export function thresholdsIn(least: number, most: number): Pick<DeterministicTheorem<SteepPower>, 'margins'> {
  return {
    margins: ({ points, power }) => {
      const { favouring, balanced } = powerRates({ points, power });
      const plain = powerRates({ points, power: 1 });
      const relu = symmetricRates(points);
      const at = threshold(points);
      return {
        'ReLU has its own rates': -Math.max(
          Math.abs(plain.favouring - relu.favouring),
          Math.abs(plain.balanced - relu.balanced),
        ),
        'stable exactly below the threshold': (power < at ? 1 : -1) * (1 - favouring),
        'balanced directions always contract': 1 - balanced,
        'up to four points no power breaks it': points <= 4 ? (at === Infinity ? 0 : -1) : 0,
        'the threshold for many points': points < 12 ? 0 : inBand(points * (at - 1), least, most),
      };
    },
  };
}

/** Why: the diagonal of the kernel moves as the power a of the variance, and the sphere takes back a factor (n-1)/(n-1+2a); from a > 1 on the first wins in a large batch. */
export const steepPowersBreakSymmetry = theorem<SteepPower>({
  id: 'contrasts/steep-powers-break-symmetry',
  kind: 'limit',
  says: 'With max(z, 0)^a in place of ReLU, batch normalisation keeps all points alike only up to a power that falls to 1 like 1 + 2.27/n; four points and fewer stay alike up to the 60th power.',
  formula: String.raw`\lambda_L = \frac{a(n-2) + \frac{n}{n-1} q}{n-1+2a} < 1 \iff a < a_c(n),\quad q = \frac{K_a'(r)}{K_a(1) - K_a(r)}\Big|_{r = \frac{-1}{n-1}},\quad 2.26 \le n (a_c - 1) \le 3.6\ (n \ge 12)`,
  source: observed(
    'rates derived in docs/derivations.md#powers-of-relu; thresholds by bisection for each n and power tried',
  ),
  covers: ['contrasts D7'],
  uses: [batchNormIsStableAtSymmetry],
  assumes: {
    'at least three points': ({ points }) => points >= 3,
    'a power from 1/2 to 60': ({ power }) => power >= 0.5 && power <= 60,
  },
  layer: ({ power }) => ({ ...batchNormRelu, activate: activate(powerRelu(power)) }),
  ...thresholdsIn(2.26, 3.6),
});
