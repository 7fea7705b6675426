import { type Layer } from '../../src/network/layer.js';
import { recenterRelu } from '../../src/network/layers.js';
import { derived } from '../../src/theory/source.js';
import { type ProbableTheorem, theorem } from '../../src/theory/theorem.js';
import type { StreamKey } from '../../src/random/key.js';
import { type OneOutlier, outlierRatioAtFiniteWidth, outlierShare } from './outlier-ratio-at-finite-width.js';

export interface WeightedOutlier extends OneOutlier {
  /** As `parseWeightLaw` reads it. */
  readonly weights: string;
}

/** The norm ratio of the outlier and a cluster point over `farther`. */
function ratio(instance: WeightedOutlier, weights: string, layer: Layer, key: StreamKey, farther: number): number {
  const share = outlierShare(instance, weights, layer, key, farther);
  return Math.sqrt(share / (1 - share));
}

/** The event for given weights and a given limit of the ratio, so that false ones can be put in their place. */
export function ratioNear(
  weightsOf: (instance: WeightedOutlier) => string,
  farther: (cluster: number) => number,
): Pick<ProbableTheorem<WeightedOutlier>, 'event'> {
  return {
    event: (instance, layer, key) => ({
      'norm ratio': 0.25 - Math.abs(ratio(instance, weightsOf(instance), layer, key, farther(instance.cluster)) - 1),
    }),
  };
}

/** Why: given the sizes of the pre-activations fair coins share their squares; the two shares agree up to the root of the sum of fourth powers, by Chebyshev. */
export const outlierRatioForAnySymmetricWeights = theorem<WeightedOutlier>({
  id: 'recenter-relu/outlier-ratio-for-any-symmetric-weights',
  kind: 'probable',
  says: 'Whatever the law of the weights, if it is symmetric under sign and of finite fourth moment a single outlier is n - 1 times as long as the points that coincide, within a quarter at 512 neurons; with Cauchy weights it is not.',
  formula: String.raw`P\Big(\Big|\frac{\|x_{odd}\|}{(n-1)\|x_i\|} - 1\Big| \le \tfrac14\Big) \ge 0.9,\quad \frac{\|x_{odd}\|}{\|x_i\|} \to n - 1`,
  source: derived('docs/derivations.md#outlier-norm'),
  covers: ['RC+ReLU E2'],
  uses: [outlierRatioAtFiniteWidth],
  assumes: {
    'at least two points': ({ cluster }) => cluster >= 1,
    'an outlier in four dimensions': ({ at }) => at.length === 4 && at.every((x) => x !== 0),
    '512 neurons': ({ width }) => width === 512,
    'finite fourth moments': ({ weights }) => weights !== 'cauchy',
  },
  layer: () => recenterRelu,
  probability: 0.9,
  indifference: 0.2,
  ...ratioNear(
    ({ weights }) => weights,
    (cluster) => cluster,
  ),
});
