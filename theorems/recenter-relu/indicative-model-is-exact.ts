import {
  betweenBlocks,
  type BlockGram,
  blockGram,
  blocksOfOne,
  squaredNorm,
  toGram,
} from '../../src/limit/block-gram.js';
import { limitLayer } from '../../src/limit/limit-map.js';
import { reducedStep } from '../../src/limit/reduced-model.js';
import { stagesOf } from '../../src/network/layer.js';
import { recenterRelu } from '../../src/network/layers.js';
import { derived } from '../../src/theory/source.js';
import { type DeterministicTheorem, theorem } from '../../src/theory/theorem.js';

/** One odd point of norm r among n - 1 points of norm 1. */
export interface OddAmongEqual {
  readonly points: number;
  readonly normRatio: number;
  readonly clusterCosine: number;
  readonly crossCosine: number;
}

/** The Gram matrix of the batch: block 0 is the odd point. */
export function oddAmongEqualGram({
  points,
  normRatio: r,
  clusterCosine: rho,
  crossCosine: tau,
}: OddAmongEqual): BlockGram {
  return blockGram([1, points - 1], [0, 1 - rho], [r * r, tau * r, tau * r, rho]);
}

/** The conclusion for a given recursion, so that a false one can be put in its place. */
export function agreesWith(model: typeof reducedStep): Pick<DeterministicTheorem<OddAmongEqual>, 'margins'> {
  return {
    margins: (batch, layer) => {
      const full = blocksOfOne(toGram(oddAmongEqualGram(batch))); // n × n, so that nothing is assumed about blocks
      const { gram } = limitLayer(stagesOf(layer))({ gram: full });
      const { points, normRatio: r, clusterCosine: rho, crossCosine: tau } = batch;
      const next = model({ r, rho, tau }, points);
      const odd = squaredNorm(gram, 0);
      const cluster = squaredNorm(gram, 1);
      return {
        'norm ratio': -Math.abs(Math.sqrt(odd / cluster) / next.r - 1),
        'cluster cosine': -Math.abs(betweenBlocks(gram, 1, 2) / cluster - next.rho),
        'cross cosine': -Math.abs(betweenBlocks(gram, 0, 1) / Math.sqrt(odd * cluster) - next.tau),
      };
    },
  };
}

/** Why: recentering and ReLU commute with permutations of the cluster, so three scalars stay three scalars. */
export const indicativeModelIsExact = theorem<OddAmongEqual>({
  id: 'recenter-relu/indicative-model-is-exact',
  kind: 'limit',
  says: 'On batches of one odd point and an equiangular cluster the infinite-width map is the three-scalar recursion of the indicative model.',
  formula: String.raw`F\big(G(r, \rho, \tau)\big) \propto G(r', \rho', \tau')`,
  source: derived('docs/derivations.md#reduced-model'),
  covers: ['RC+ReLU I5'],
  uses: [],
  assumes: {
    'at least two points in the cluster': ({ points }) => points >= 3,
    'such a batch exists': isPositive,
  },
  layer: () => recenterRelu,
  ...agreesWith(reducedStep),
});

/** The Gram matrix is positive definite: both eigenvalues of the symmetric part and 1 - rho are, with a margin for rounding. */
export function isPositive({ points, clusterCosine: rho, crossCosine: tau }: OddAmongEqual): boolean {
  const m = points - 1;
  return rho < 1 && 1 + (m - 1) * rho - m * tau * tau > 0;
}
