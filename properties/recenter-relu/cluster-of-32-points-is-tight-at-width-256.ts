import fc from 'fast-check';
import { rescale } from '../../src/network/stages.js';
import { evidence } from '../../src/theory/claim.js';
import type { DeepNetwork } from '../../theorems/deep-network.js';
import {
  clusterOf32PointsIsTightAtWidth256,
  WITHIN,
} from '../../theorems/recenter-relu/cluster-of-32-points-is-tight-at-width-256.js';
import { withinRootWidth } from '../../theorems/recenter-relu/cluster-tightness-follows-the-limit.js';

export default evidence<DeepNetwork>({
  theorem: clusterOf32PointsIsTightAtWidth256,
  given: fc.record({ points: fc.constant(32), width: fc.constant(256), depth: fc.constant(40) }),
  pooled: 215,
  instances: 0,
  draws: 215,
  control: 200,
  breaks: {
    rescaling: { rescale },
    'about 0.88': { instead: withinRootWidth(WITHIN, () => 0.88) },
    'ten layers on from a Gaussian batch': {
      instead: {
        event: (network, layer, key) =>
          withinRootWidth(WITHIN, undefined, () => undefined).event({ ...network, depth: 10 }, layer, key),
      },
    },
  },
});
