import { gaussian } from '../../src/batches/generic.js';
import { fastChain } from '../../src/chain/fast-chain.js';
import { crossCosine } from '../../src/geometry/cluster.js';
import { normRatio } from '../../src/geometry/odd-point.js';
import { stagesOf } from '../../src/network/layer.js';
import { recenterRelu } from '../../src/network/layers.js';
import { lastLayer, uniformNetwork } from '../../src/network/network.js';
import { gaussian as gaussianWeights } from '../../src/network/weights.js';
import { derive } from '../../src/random/key.js';
import { observed } from '../../src/theory/source.js';
import { theorem } from '../../src/theory/theorem.js';
import type { DeepNetwork } from '../deep-network.js';

/**
 * Why: a layer expands differences inside a group of k points by 1 + 2k/n and ReLU contracts them; only k = 1 is stable, and at
 * finite width the noise carries the batch out of the shallow basin of the symmetric configuration.
 */
export const oddPointAppears = theorem<DeepNetwork>({
  id: 'recenter-relu/odd-point-appears',
  kind: 'probable',
  says: 'Through 300 layers of recentering and ReLU a Gaussian batch of 12 to 64 points ends as one cluster and one far, orthogonal odd point.',
  formula: String.raw`P\big(\max_i |\cos(x_{odd}, x_i)| < 0.1,\ \|x_{odd}\| > 0.6 (n-1)\, \mathrm{med}_i \|x_i\|\big) \ge 0.95`,
  source: observed('32 to 60 chains for each of n = 12, 14, 16, 32, 64 and d from 256 to 2048'),
  covers: ['RC+ReLU F1'],
  uses: [],
  assumes: {
    '12 to 64 points': ({ points }) => points >= 12 && points <= 64,
    'width 256 to 2048': ({ width }) => width >= 256 && width <= 2048,
    '300 layers': ({ depth }) => depth === 300,
  },
  layer: () => recenterRelu,
  probability: 0.95,
  indifference: 0.25,
  event: ({ points, width, depth }, layer, key) => {
    const input = gaussian(derive(key, 'batch'), width, points);
    const network = uniformNetwork({ stages: stagesOf(layer), width, depth, weights: gaussianWeights });
    const { factor } = lastLayer(fastChain(network, input, derive(key, 'weights'), { every: depth }));
    return { orthogonal: 0.1 - crossCosine(factor).max, far: normRatio(factor) / (points - 1) - 0.6 };
  },
});
