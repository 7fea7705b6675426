import { gaussian } from '../../src/batches/generic.js';
import { fastChain } from '../../src/chain/fast-chain.js';
import { oddPoint } from '../../src/geometry/odd-point.js';
import { stagesOf } from '../../src/network/layer.js';
import { recenterRelu } from '../../src/network/layers.js';
import { lastLayer, uniformNetwork } from '../../src/network/network.js';
import { gaussian as gaussianWeights } from '../../src/network/weights.js';
import { derive } from '../../src/random/key.js';
import { derived } from '../../src/theory/source.js';
import { theorem } from '../../src/theory/theorem.js';
import type { DeepNetwork } from '../deep-network.js';

/** Why: independent, identically distributed points are exchangeable, and every stage commutes with permutations of the batch. */
export const oddPointIsUniform = theorem<DeepNetwork>({
  id: 'recenter-relu/odd-point-is-uniform',
  kind: 'law',
  says: 'When the points are independent with one law, each of them is equally likely to be the odd one, at any width and depth.',
  formula: String.raw`P(\text{odd} = i) = 1/n`,
  source: derived('docs/derivations.md#exchangeability'),
  covers: ['RC+ReLU F4'],
  uses: [],
  assumes: { 'at least two points': ({ points }) => points >= 2 },
  layer: () => recenterRelu,
  law: { of: 'categories', probabilities: ({ points }) => Array.from({ length: points }, () => 1 / points) },
  sample: ({ points, width, depth }, layer, key) => {
    const input = gaussian(derive(key, 'batch'), width, points);
    const network = uniformNetwork({ stages: stagesOf(layer), width, depth, weights: gaussianWeights });
    return oddPoint(lastLayer(fastChain(network, input, derive(key, 'weights'), { every: depth })).factor);
  },
});
