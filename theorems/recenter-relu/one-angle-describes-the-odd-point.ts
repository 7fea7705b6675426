import { betweenBlocks, type BlockGram, blockGram, squaredNorm } from '../../src/limit/block-gram.js';
import { limitLayer } from '../../src/limit/limit-map.js';
import { onCurve, spreadOf, spreadStep } from '../../src/limit/odd-angle.js';
import { stagesOf } from '../../src/network/layer.js';
import { recenterRelu } from '../../src/network/layers.js';
import { derived } from '../../src/theory/source.js';
import { type DeterministicTheorem, theorem } from '../../src/theory/theorem.js';
import { spreadOfGram } from '../odd-spread.js';
import { indicativeModelIsExact } from './indicative-model-is-exact.js';

/** A point at `odd` in a plane, and a cluster around (centre, 0) whose points scatter in directions of their own. */
export interface PointAndCluster {
  readonly points: number;
  readonly odd: readonly [number, number];
  readonly centre: number;
  /** Distance of each cluster point from the place of the cluster. */
  readonly scatter: number;
}

export type Curve = typeof onCurve;

/** The Gram matrix of the batch: block 0 is the odd point. */
export function pointAndClusterGram({ points, odd: [x, y], centre, scatter }: PointAndCluster): BlockGram {
  const cross = centre * x;
  return blockGram([1, points - 1], [0, scatter * scatter], [x * x + y * y, cross, cross, centre * centre]);
}

/** The spread of the batch, from its places. */
function spreadOfBatch({ points, odd: [x, y], centre, scatter }: PointAndCluster): number {
  const square = scatter * scatter;
  const distance = (x - centre) * (x - centre) + y * y + square / (points - 1);
  return spreadOf(square, distance, points);
}

/** The conclusion for a given curve and map of spreads, so that false ones can be put in their place. */
export function describedBy(
  curve: Curve,
  next: typeof spreadStep,
): Pick<DeterministicTheorem<PointAndCluster>, 'margins'> {
  return {
    margins: (batch, layer) => {
      const { points } = batch;
      const step = limitLayer(stagesOf(layer));
      const { gram } = step({ gram: pointAndClusterGram(batch) });
      const [odd, cluster] = [squaredNorm(gram, 0), squaredNorm(gram, 1)];
      const spread = spreadOfBatch(batch);
      const { normRatio, clusterGap, crossCosine } = curve(spread, points);
      return {
        'norm ratio': -Math.abs(Math.sqrt(odd / cluster) / normRatio - 1),
        'cluster gap': -Math.abs((gram.own[1] ?? NaN) / cluster / clusterGap - 1),
        'cross cosine': -Math.abs(betweenBlocks(gram, 0, 1) / Math.sqrt(odd * cluster) - crossCosine),
        'next spread': -Math.abs(spreadOfGram(gram) / next(spread, points) - 1),
      };
    },
  };
}

/** Why: recentred, odd point and cluster differ by one vector, so their variances and their cosine depend on one ratio of lengths. */
export const oneAngleDescribesTheOddPoint = theorem<PointAndCluster>({
  id: 'recenter-relu/one-angle-describes-the-odd-point',
  kind: 'limit',
  says: 'After one wide layer of recentering and ReLU, one odd point and an exchangeable cluster are described by one angle, and the next layer by a map of that angle.',
  formula: String.raw`r = (n-1)\cos\varphi,\ \tau = \tfrac{\sin\varphi - \varphi\cos\varphi}{\pi},\ \rho = \kappa\big(1 - \tfrac{n-1}{n-2}\sin^2\varphi\big),\ \tan^2\varphi = \tfrac{n^2 (n-2) s^2}{(n-1) D^2}`,
  source: derived('docs/derivations.md#one-angle'),
  covers: ['RC+ReLU I5'],
  uses: [indicativeModelIsExact],
  assumes: {
    'at least two points in the cluster': ({ points }) => points >= 3,
    'they are not one point': ({ scatter }) => scatter > 0,
  },
  layer: () => recenterRelu,
  ...describedBy(onCurve, spreadStep),
});
