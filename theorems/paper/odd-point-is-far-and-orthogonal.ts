import { recenterRelu } from '../../src/network/layers.js';
import { paper } from '../../src/theory/source.js';
import { type DeterministicTheorem, theorem } from '../../src/theory/theorem.js';
import { oddPointState } from '../odd-point-state.js';
import { oddPointAppears } from '../recenter-relu/odd-point-appears.js';
import { oddPointIsNearlyNMinusOneTimesLonger } from '../recenter-relu/odd-point-is-nearly-n-minus-one-times-longer.js';
import { oddPointIsOrthogonalToThirdOrder } from '../recenter-relu/odd-point-is-orthogonal-to-third-order.js';
import type { BatchSize } from '../recenter-relu/symmetric-state-is-fixed.js';
import { twoGroupsTurnOrthogonal } from '../recenter-relu/two-groups-turn-orthogonal.js';

/** The conclusion with given bounds, so that false ones can be put in their place. */
export function farWithin(
  cosine: (points: number) => number,
  ratio: (points: number) => number,
): Pick<DeterministicTheorem<BatchSize>, 'margins'> {
  return {
    margins: ({ points }, layer) => {
      const state = oddPointState(points, layer);
      if (state === undefined) return { 'an odd point stays': -1 };
      return {
        orthogonal: cosine(points) - Math.abs(state.crossCosine),
        far: state.normRatio - ratio(points),
      };
    },
  };
}

/** Why: recentred, odd point and cluster are nearly opposite, one n - 1 times as long as the other; ReLU turns opposite into orthogonal. */
export const oddPointIsFarAndOrthogonal = theorem<BatchSize>({
  id: 'paper/odd-point-is-far-and-orthogonal',
  kind: 'limit',
  says: 'In the state that the network tends to, the odd point is far from the cluster, nearly n - 1 times as long as its points, and in an orthogonal direction.',
  formula: String.raw`0 < \cos(x_{odd}, x_i) < \frac{31.5}{n^3},\quad \|x_{odd}\| > \Big(n - 1 - \frac{22.3}{n}\Big) \|x_i\|\quad (n \ge 7)`,
  source: paper('arXiv:2412.02843v1, abstract; the bounds are those of the claims that it uses'),
  covers: ['RC+ReLU P2', 'contrasts L4'],
  uses: [
    oddPointAppears,
    twoGroupsTurnOrthogonal,
    oddPointIsOrthogonalToThirdOrder,
    oddPointIsNearlyNMinusOneTimesLonger,
  ],
  assumes: { 'at least seven points': ({ points }) => points >= 7 },
  layer: () => recenterRelu,
  ...farWithin(
    (points) => 31.5 / (points * points * points),
    (points) => points - 1 - 22.3 / points,
  ),
});
