import { kappaSlope } from '../../src/limit/arc-cosine.js';
import { symmetricGram } from '../../src/limit/fixed-point.js';
import { spectrum } from '../../src/limit/spectrum.js';
import { stagesOf } from '../../src/network/layer.js';
import { batchNormRelu } from '../../src/network/layers.js';
import { literature } from '../../src/theory/source.js';
import { type DeterministicTheorem, theorem } from '../../src/theory/theorem.js';
import { inBand } from '../odd-point-state.js';
import { type BatchSize, symmetricCosine } from '../recenter-relu/symmetric-state-is-fixed.js';
import { batchNormKeepsTheSymmetricState } from './batch-norm-keeps-the-symmetric-state.js';

/** The two rates with a given gap in the denominator, 1 - c* in truth. */
export interface SymmetricRates {
  /** Directions that favour some points. */
  readonly favouring: number;
  /** Directions with zero diagonal and zero row sums. */
  readonly balanced: number;
}

export function symmetricRates(points: number, gap = 1 - symmetricCosine(points)): SymmetricRates {
  const slope = kappaSlope(-1 / (points - 1));
  return {
    favouring: ((points - 2) * gap + (points * slope) / (points - 1)) / ((points + 1) * gap),
    balanced: (points * slope) / ((points + 1) * gap),
  };
}

/** The conclusion for given formulas of the rates, so that false ones can be put in their place. */
export function stableWith(
  ratesOf: (points: number) => SymmetricRates,
): Pick<DeterministicTheorem<BatchSize>, 'margins'> {
  return {
    margins: ({ points }, layer) => {
      const { spectralRadius, eigenvalues } = spectrum(stagesOf(layer), symmetricGram(points, symmetricCosine(points)));
      const { favouring, balanced } = ratesOf(points);
      const at = (multiplicity: number): number =>
        eigenvalues.find((one) => one.multiplicity === multiplicity)?.value ?? NaN;
      const zeros = eigenvalues.filter(({ value }) => Math.abs(value) < 1e-9);
      return {
        'rate of favouring directions': -Math.abs(at(points - 1) - favouring),
        // Three points have no balanced direction.
        'rate of balanced directions': points === 3 ? 0 : -Math.abs(at((points * (points - 3)) / 2) - balanced),
        'all others are forgotten': -Math.abs(zeros.reduce((sum, one) => sum + one.multiplicity, 0) - points - 1),
        // 3 - pi / (2 (pi - 1)) = 2.2665 in the limit of many points.
        'slowest rate': inBand(points * (1 - spectralRadius), 1.82, 2.2666),
      };
    },
  };
}

/** Why: the derivative of a Gaussian average gains the factor (n-1)/(n+1) on the sphere, which pulls even the slow rate to 1 - 2.27/n. */
export const batchNormIsStableAtSymmetry = theorem<BatchSize>({
  id: 'contrasts/batch-norm-is-stable-at-symmetry',
  kind: 'limit',
  says: 'The symmetric state of full batch normalisation with ReLU is linearly stable for every n >= 3, with two rates in closed form, n-1 and n(n-3)/2 times, and zero n+1 times.',
  formula: String.raw`\lambda_L = \frac{(n-2)(1-c^*) + \frac{n}{n-1}\kappa'}{(n+1)(1-c^*)},\quad \lambda_M = \frac{n\,\kappa'}{(n+1)(1-c^*)},\quad \kappa' = \kappa'\big(\tfrac{-1}{n-1}\big)`,
  source: literature(
    'Yang et al. 2019, arXiv:1902.08129, Theorem 6 with the prefactor 1/v* read as 1/(q*(1-c*)); the band of the slowest rate was computed from it',
  ),
  covers: ['contrasts D2', 'contrasts L3'],
  uses: [batchNormKeepsTheSymmetricState],
  assumes: { 'at least three points': ({ points }) => points >= 3 },
  layer: () => batchNormRelu,
  ...stableWith(symmetricRates),
});
