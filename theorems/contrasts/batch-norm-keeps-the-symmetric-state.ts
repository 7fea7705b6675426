import { betweenBlocks, squaredNorm } from '../../src/limit/block-gram.js';
import { symmetricGram } from '../../src/limit/fixed-point.js';
import { limitLayer } from '../../src/limit/limit-map.js';
import { type RowLaw, secondMoment } from '../../src/limit/row-law.js';
import { type Layer, stagesOf } from '../../src/network/layer.js';
import { batchNormRelu } from '../../src/network/layers.js';
import { literature } from '../../src/theory/source.js';
import { type DeterministicTheorem, theorem } from '../../src/theory/theorem.js';
import { type BatchSize, symmetricCosine, symmetricStateIsFixed } from '../recenter-relu/symmetric-state-is-fixed.js';

/** The conclusion for a given formula of the cosine, so that a false formula can be put in its place. */
export function keepsCosine(cosineOf: (points: number) => number): Pick<DeterministicTheorem<BatchSize>, 'margins'> {
  return {
    margins: ({ points }, layer) => {
      const cosine = cosineOf(points);
      const { gram } = limitLayer(stagesOf(layer))({ gram: symmetricGram(points, cosine) });
      return {
        'cosine stays': -Math.abs(betweenBlocks(gram, 0, 0) / squaredNorm(gram, 0) - cosine),
        'per neuron the squared norm is 1/2': -Math.abs(squaredNormPerNeuron(points, layer) - 0.5),
      };
    },
  };
}

/** The mean square of one entry after the layer, before the map scales it to 1. */
function squaredNormPerNeuron(points: number, layer: Layer): number {
  const start: RowLaw = { kind: 'gaussian', covariance: symmetricGram(points, 0) };
  return squaredNorm(secondMoment(stagesOf(layer).reduce((law, stage) => stage.onRows(law), start)).gram, 0);
}

/** Why: a recentred, rescaled equiangular row is uniform on a sphere; ReLU is homogeneous, so its length does not matter to cosines. */
export const batchNormKeepsTheSymmetricState = theorem<BatchSize>({
  id: 'contrasts/batch-norm-keeps-the-symmetric-state',
  kind: 'limit',
  says: 'Full batch normalisation with ReLU has the same symmetric state as recentering alone, cosine kappa(-1/(n-1)), with squared norm 1/2 a neuron.',
  formula: String.raw`F(G^*) = G^*,\quad q^* = \tfrac12,\quad c^* = \kappa\!\left(\tfrac{-1}{n-1}\right)`,
  source: literature('Yang et al. 2019, arXiv:1902.08129, Theorem 5'),
  covers: ['contrasts D1', 'contrasts L3'],
  uses: [symmetricStateIsFixed],
  assumes: { 'at least three points': ({ points }) => points >= 3 },
  layer: () => batchNormRelu,
  ...keepsCosine(symmetricCosine),
});
