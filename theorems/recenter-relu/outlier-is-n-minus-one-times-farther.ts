import { squaredNorm } from '../../src/limit/block-gram.js';
import { limitLayer } from '../../src/limit/limit-map.js';
import { stagesOf } from '../../src/network/layer.js';
import { recenterRelu } from '../../src/network/layers.js';
import { derived } from '../../src/theory/source.js';
import { theorem } from '../../src/theory/theorem.js';
import { differ, type TwoGroupsGram, twoGroupsGram } from '../two-groups-limit.js';
import { twoGroupsTurnOrthogonal } from './two-groups-turn-orthogonal.js';

/**
 * Why: the outlier becomes relu(u) (n-1)/n and each cluster point relu(-u)/n with u = W(x - y); u is symmetric under sign, so
 * E relu(u)^2 = E relu(-u)^2 and the squared norms are (n-1)^2 to 1.
 */
export const outlierIsFarther = theorem<TwoGroupsGram>({
  id: 'recenter-relu/outlier-is-n-minus-one-times-farther',
  kind: 'limit',
  says: 'After one wide layer of recentering and ReLU a single outlier is n - 1 times as long as each of the n - 1 coinciding points.',
  formula: String.raw`\|x_{odd}\| / \|x_i\| \to n - 1 \quad (d \to \infty)`,
  source: derived('docs/derivations.md#outlier-norm'),
  covers: ['RC+ReLU E2'],
  uses: [twoGroupsTurnOrthogonal],
  assumes: {
    'one odd point': ({ odd }) => odd === 1,
    'a cluster': ({ cluster }) => cluster >= 1,
    'the outlier is off the cluster': differ,
  },
  layer: () => recenterRelu,
  margins: (batch, layer) => {
    const { gram } = limitLayer(stagesOf(layer))({ gram: twoGroupsGram(batch) });
    const ratio = Math.sqrt(squaredNorm(gram, 0) / squaredNorm(gram, 1));
    return { 'norm ratio': -Math.abs(ratio - batch.cluster) };
  },
});
