import { stagesOf } from '../../src/network/layer.js';
import { batchNormRelu } from '../../src/network/layers.js';
import { observed } from '../../src/theory/source.js';
import { type DeterministicTheorem, theorem } from '../../src/theory/theorem.js';
import { spreadAfter, symmetricSpread } from '../odd-spread.js';
import { batchNormIsStableAtSymmetry, symmetricRates } from './batch-norm-is-stable-at-symmetry.js';
import { rescalingRepelsATightCluster, type TightCluster } from './rescaling-repels-a-tight-cluster.js';

/** Near enough to symmetric for the rate to show, relative in the spread. */
const NEAR = 1e-5;

/** The conclusion for a given rate, so that a false one can be put in its place. */
export function returningAt(rateOf: (points: number) => number): Pick<DeterministicTheorem<TightCluster>, 'margins'> {
  return {
    margins: ({ points, digits }, layer) => {
      const rate = rateOf(points);
      const limit = symmetricSpread(points);
      const away = (spread: number): number => Math.abs(spread / limit - 1);
      let spread = 1 / (points * points);
      for (let k = 0; k < digits; k++) spread /= 10;
      const most = Math.ceil(16 / (1 - rate));
      let layers = 0;
      for (; layers < most && !(away(spread) <= NEAR); layers++) spread = spreadAfter(stagesOf(layer), points, spread);
      const before = away(spread);
      const after = away(spreadAfter(stagesOf(layer), points, spread));
      return {
        'it is near symmetric in time': most - 1 - layers,
        'and nears it at the rate': 3 * before + 1e-9 - Math.abs(after / before - rate),
      };
    },
  };
}

/** Why: one layer undoes all but the square root of the tightness, so that a few leave an ordinary batch, which the slowest rate brings back. */
export const tornClusterReturnsAtTheSymmetricRate = theorem<TightCluster>({
  id: 'contrasts/torn-cluster-returns-at-the-symmetric-rate',
  kind: 'limit',
  says: 'However tight a cluster batch normalisation with ReLU finds, an odd point and 2 to 31 others come to within 1e-5 of equal in 16/(1 - rate) layers, and near it at the slowest rate of the symmetric state.',
  formula: String.raw`|q_t/q^* - 1| \le 10^{-5}\ \text{for some } t < \frac{16}{1 - \lambda_L},\quad \frac{q_{t+1} - q^*}{q_t - q^*} \to \lambda_L`,
  source: observed('the exact map of the spread at infinite width, from every spread and number of points tried'),
  covers: ['contrasts D4', 'contrasts D5'],
  uses: [rescalingRepelsATightCluster, batchNormIsStableAtSymmetry],
  assumes: {
    '3 to 32 points': ({ points }) => points >= 3 && points <= 32,
    'a cluster': ({ digits }) => digits >= 0,
  },
  layer: () => batchNormRelu,
  ...returningAt((points) => symmetricRates(points).favouring),
});
