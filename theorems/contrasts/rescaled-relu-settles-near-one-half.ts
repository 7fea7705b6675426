import { symmetricFixedPoint } from '../../src/limit/fixed-point.js';
import { spectrum } from '../../src/limit/spectrum.js';
import { type Layer, stagesOf } from '../../src/network/layer.js';
import { batchNormRelu } from '../../src/network/layers.js';
import { keep } from '../../src/network/stages.js';
import { acos } from '../../src/portable/acos.js';
import { observed } from '../../src/theory/source.js';
import { type DeterministicTheorem, theorem } from '../../src/theory/theorem.js';
import { inBand } from '../odd-point-state.js';
import type { BatchSize } from '../recenter-relu/symmetric-state-is-fixed.js';

/** The cosine in the limit of many points. */
export const MANY = 0.518735929369131;

/** ReLU after rescaling, without recentering. */
const rescaledRelu: Layer = { ...batchNormRelu, recenter: keep };

/** The conclusion for a given limit of the cosine and a given equation at two points, so that false ones can be put in their place. */
export function settlesNear(
  many: number,
  pair: (c: number) => number,
): Pick<DeterministicTheorem<BatchSize>, 'margins'> {
  return {
    margins: ({ points }, layer) => {
      const end = symmetricFixedPoint(stagesOf(layer), points);
      if (end.kind === 'unsettled') return { 'a symmetric state': -1 };
      const { spectralRadius } = spectrum(stagesOf(layer), end.gram);
      return {
        'cosine just below its limit': inBand(points * (many - end.cosine), 0.14, 0.168),
        'the equation of two points': points === 2 ? -Math.abs(pair(end.cosine) - end.cosine) : 0,
        'stable, at a rate of 1/n': inBand(points * (1 - spectralRadius), 0.94, 1.56),
      };
    },
  };
}

/** The cosine of two points after a layer that finds them at the cosine c: ((pi/2) (1 - sqrt(1 - c^2)) + arcsin c) / (pi c). */
export function pairAfter(c: number): number {
  const arcsine = Math.PI / 2 - acos(c);
  return ((Math.PI / 2) * (1 - Math.sqrt(1 - c * c)) + arcsine) / (Math.PI * c);
}

/** Why: rescaling without recentering keeps what the points have in common, and ReLU draws them together until rescaling spreads them as much. */
export const rescaledReluSettlesNearOneHalf = theorem<BatchSize>({
  id: 'contrasts/rescaled-relu-settles-near-one-half',
  kind: 'limit',
  says: 'Without recentering, rescaling and ReLU have a stable symmetric state with all cosines between 0.448 and 0.519: neither a collapse nor an odd point.',
  formula: String.raw`c_2 = \frac{\frac\pi2(1 - \sqrt{1 - c_2^2}) + \arcsin c_2}{\pi c_2},\quad 0.14 \le n(0.5187359 - c_n) \le 0.168,\quad 0.94 \le n(1 - \varrho) \le 1.56`,
  source: observed(
    'fixed points and exact spectra at infinite width for each n tried; the equation at n = 2 is a closed form',
  ),
  covers: ['contrasts D3'],
  uses: [],
  assumes: { 'at least two points': ({ points }) => points >= 2 },
  layer: () => rescaledRelu,
  ...settlesNear(MANY, pairAfter),
});
