import fc from 'fast-check';
import { relu } from '../../src/network/activations.js';
import { activate } from '../../src/network/stages.js';
import { evidence } from '../../src/theory/claim.js';
import { squaredReluBreaksBatchNorm } from '../../theorems/contrasts/squared-relu-breaks-batch-norm.js';
import type { DeepNetwork } from '../../theorems/deep-network.js';
import { geometric } from '../arbitraries.js';
import { beyond } from '../beyond.js';

export default evidence<DeepNetwork>({
  theorem: squaredReluBreaksBatchNorm,
  given: fc.record({
    points: fc.constantFrom(2, 3, 4, 5, 10, 12, 16, 24),
    width: geometric(64, 256, 8),
    depth: fc.constant(30),
  }),
  pooled: 540,
  instances: 1,
  draws: 550,
  control: 240,
  regimes: {
    'few points': ({ points }) => points <= 5,
    'many points': ({ points }) => points >= 10,
  },
  breaks: {
    ReLU: { activate: activate(relu) },
    'four points break as well': {
      instead: {
        event: (network, layer, key) => ({
          'one far out': -(squaredReluBreaksBatchNorm.event({ ...network, points: 4 }, layer, key)['alike'] ?? NaN),
        }),
      },
    },
    'seven points break as well': beyond(squaredReluBreaksBatchNorm, (network) => ({ ...network, points: 7 })),
    'three layers': beyond(squaredReluBreaksBatchNorm, (network) => ({ ...network, depth: 3 })),
  },
});
