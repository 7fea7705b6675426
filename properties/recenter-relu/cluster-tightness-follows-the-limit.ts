import fc from 'fast-check';
import { rescale } from '../../src/network/stages.js';
import { evidence } from '../../src/theory/claim.js';
import type { DeepNetwork } from '../../theorems/deep-network.js';
import {
  clusterTightnessFollowsTheLimit,
  withinRootWidth,
} from '../../theorems/recenter-relu/cluster-tightness-follows-the-limit.js';
import { symmetricCosine } from '../../theorems/recenter-relu/symmetric-state-is-fixed.js';
import { geometric, whole } from '../arbitraries.js';

export default evidence<DeepNetwork>({
  theorem: clusterTightnessFollowsTheLimit,
  given: fc.record({ points: whole(10, 24), width: geometric(128, 512, 8), depth: fc.constant(40) }),
  pooled: 540,
  instances: 1,
  draws: 550,
  control: 150,
  regimes: {
    'a narrow network': ({ width }) => width <= 160,
    'a wide network': ({ width }) => width >= 400,
  },
  breaks: {
    rescaling: { rescale },
    'the cosine of the symmetric state': { instead: withinRootWidth(4, symmetricCosine) },
    'ten layers on from a Gaussian batch': {
      instead: {
        event: (network, layer, key) =>
          withinRootWidth(4, undefined, () => undefined).event({ ...network, depth: 10 }, layer, key),
      },
    },
    'a constant of one third': { instead: withinRootWidth(1 / 3) },
  },
});
