import { recenterRelu } from '../../src/network/layers.js';
import { observed } from '../../src/theory/source.js';
import { theorem } from '../../src/theory/theorem.js';
import { type Apart, appearingWith, oddPointAppearsWithAnyWeights } from './odd-point-appears-with-any-weights.js';
import type { WeightedNetwork } from './odd-point-survives-any-weights.js';

/** The bounds of the theory notes, tighter than at the width of the other laws. */
export const APART: Apart = { far: 0.6, cosine: 0.1 };

/** Why: thirteen entries a neuron are enough for a pre-activation to be nearly normal given the batch, with the covariance of its Gram matrix. */
export const oddPointAppearsWithSparseWeights = theorem<WeightedNetwork>({
  id: 'recenter-relu/odd-point-appears-with-sparse-weights',
  kind: 'probable',
  says: 'From a Gaussian batch of 16 points the odd point appears within 100 layers of width 256 when 19 in 20 weights are zero; with three entries a neuron it does not.',
  formula: String.raw`P\big(r > 0.6 (n-1),\ \max_i |\cos(x_{odd}, x_i)| < 0.1\big) \ge 0.75\quad (t = 100,\ d = 256)`,
  source: observed(
    '112 of 115 networks; 37 of 40 after 80 layers; of 40 at width 96, five entries a neuron, 23 after 80 layers and 27 after 150; of 30 at width 56 eight',
  ),
  covers: ['RC+ReLU F5'],
  uses: [oddPointAppearsWithAnyWeights],
  assumes: {
    '16 points': ({ points }) => points === 16,
    'width 256': ({ width }) => width === 256,
    '100 layers': ({ depth }) => depth === 100,
    'one entry in twenty': ({ weights }) => weights === 'sparse(0.05)',
  },
  layer: () => recenterRelu,
  probability: 0.75,
  indifference: 0.5,
  ...appearingWith(({ weights }) => weights, undefined, APART),
});
