import { kappaSlope } from '../../src/limit/arc-cosine.js';
import { symmetricFixedPoint } from '../../src/limit/fixed-point.js';
import { type Spectrum, spectrum } from '../../src/limit/spectrum.js';
import { stagesOf } from '../../src/network/layer.js';
import { recenterRelu } from '../../src/network/layers.js';
import { derived } from '../../src/theory/source.js';
import { type DeterministicTheorem, theorem } from '../../src/theory/theorem.js';
import { type BatchSize, symmetricCosine, symmetricStateIsFixed } from './symmetric-state-is-fixed.js';

/** The rate of the directions with zero diagonal and zero row sums: kappa'(-1/(n-1)) n / ((1 - c*)(n-1)). */
export function balancedRate(points: number): number {
  return (kappaSlope(-1 / (points - 1)) * points) / ((1 - symmetricCosine(points)) * (points - 1));
}

/** The rate of the directions that favour some points: 1 - (1 - balanced rate)/(n-1). */
export function favouringRate(points: number): number {
  return 1 - (1 - balancedRate(points)) / (points - 1);
}

/** Why: see the derivation; both rates are below 1 because kappa is convex, kappa(1) = 1, and 1 - c* exceeds its tangent's gap. */
export const symmetricStateIsStable = theorem<BatchSize>({
  id: 'recenter-relu/symmetric-state-is-stable',
  kind: 'limit',
  says: 'The symmetric state of recentering and ReLU is linearly stable for every n >= 3, with two rates, of which the slower tends to 1 as n grows.',
  formula: String.raw`\lambda_2 = \frac{\kappa'(-\frac1{n-1})\, n}{(1 - c^*)(n-1)} < 1,\quad \lambda_1 = 1 - \frac{1 - \lambda_2}{n-1} < 1`,
  source: derived('docs/derivations.md#symmetric-spectrum'),
  covers: ['RC+ReLU I2'],
  uses: [symmetricStateIsFixed],
  assumes: { 'at least three points': ({ points }) => points >= 3 },
  layer: () => recenterRelu,
  ...withRates(favouringRate, balancedRate),
});

/** The conclusion for given formulas of both rates, so that false ones can be put in their place. */
export function withRates(
  favouring: (points: number) => number,
  balanced: (points: number) => number,
): Pick<DeterministicTheorem<BatchSize>, 'margins'> {
  return {
    margins: ({ points }, layer) => {
      const end = symmetricFixedPoint(stagesOf(layer), points);
      if (end.kind === 'unsettled') return { 'a symmetric state': -1 };
      const found = spectrum(stagesOf(layer), end.gram);
      return {
        stable: 1 - found.spectralRadius,
        'rate of favouring directions': -Math.abs(ofMultiplicity(found, points - 1) - favouring(points)),
        // Three points have no balanced direction.
        'rate of balanced directions':
          points === 3 ? 0 : -Math.abs(ofMultiplicity(found, (points * (points - 3)) / 2) - balanced(points)),
      };
    },
  };
}

/** The eigenvalue with that multiplicity; NaN when there is none. */
function ofMultiplicity({ eigenvalues }: Spectrum, multiplicity: number): number {
  return eigenvalues.find((eigenvalue) => eigenvalue.multiplicity === multiplicity)?.value ?? NaN;
}
