import fc from 'fast-check';
import { keep } from '../../src/network/stages.js';
import { evidence } from '../../src/theory/claim.js';
import { appearingWith } from '../../theorems/recenter-relu/odd-point-appears-with-any-weights.js';
import {
  APART,
  oddPointAppearsWithSparseWeights,
} from '../../theorems/recenter-relu/odd-point-appears-with-sparse-weights.js';
import type { WeightedNetwork } from '../../theorems/recenter-relu/odd-point-survives-any-weights.js';
import { beyond } from '../beyond.js';

// A draw costs thirty milliseconds: that rescaling undoes the odd point, the claim about the other laws shows at a quarter of it.
export default evidence<WeightedNetwork>({
  theorem: oddPointAppearsWithSparseWeights,
  given: fc.record({
    points: fc.constant(16),
    width: fc.constant(256),
    depth: fc.constant(100),
    weights: fc.constant('sparse(0.05)'),
  }),
  pooled: 150,
  instances: 0,
  draws: 150,
  control: 200,
  breaks: {
    'no recentering': { recenter: keep },
    'width 56, three entries a neuron': beyond(oddPointAppearsWithSparseWeights, (network) => ({
      ...network,
      width: 56,
    })),
    'sixteen layers': {
      instead: appearingWith(
        ({ weights }) => weights,
        () => 16,
        APART,
      ),
    },
  },
});
