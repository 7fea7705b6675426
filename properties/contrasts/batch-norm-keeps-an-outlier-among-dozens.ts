import fc from 'fast-check';
import { recenterRelu } from '../../src/network/layers.js';
import { evidence } from '../../src/theory/claim.js';
import {
  batchNormKeepsAnOutlierAmongDozens,
  keepingFrom,
} from '../../theorems/contrasts/batch-norm-keeps-an-outlier-among-dozens.js';
import type { DeepNetwork } from '../../theorems/deep-network.js';
import { whole } from '../arbitraries.js';
import { beyond } from '../beyond.js';

export default evidence<DeepNetwork>({
  theorem: batchNormKeepsAnOutlierAmongDozens,
  given: fc.record({
    points: fc.oneof(whole(16, 28), whole(64, 68)),
    width: fc.constant(256),
    depth: fc.constant(50),
  }),
  pooled: 220,
  instances: 0,
  draws: 220,
  control: 200,
  regimes: {
    'up to 28 points': ({ points }) => points <= 28,
    '64 points or more': ({ points }) => points >= 64,
  },
  breaks: {
    'no rescaling, sixteen points': {
      instead: {
        layer: () => recenterRelu,
        event: (network, layer, key) => keepingFrom(64).event({ ...network, points: 16 }, layer, key),
      },
    },
    'sixteen points keep it too': beyond(keepingFrom(16), (network) => ({ ...network, points: 16 })),
    'twenty-eight points in layers of width 32': beyond(keepingFrom(64), (network) => ({
      ...network,
      points: 28,
      width: 32,
    })),
  },
});
