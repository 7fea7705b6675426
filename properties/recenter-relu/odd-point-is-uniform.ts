import fc from 'fast-check';
import { evidence } from '../../src/theory/claim.js';
import { rescale } from '../../src/network/stages.js';
import type { DeepNetwork } from '../../theorems/deep-network.js';
import { oddPointIsUniform } from '../../theorems/recenter-relu/odd-point-is-uniform.js';
import { geometric, whole } from '../arbitraries.js';
import { recenterAtFirst } from '../mutants.js';

export default evidence<DeepNetwork>({
  theorem: oddPointIsUniform,
  given: fc.record({ points: whole(2, 8), width: geometric(8, 64, 6), depth: whole(1, 12) }),
  instances: 8,
  draws: 1000,
  control: 400,
  survives: { rescaling: { rescale } },
  breaks: {
    'the first point for the mean': { recenter: recenterAtFirst },
    'the point of smallest index wins half of the time': {
      instead: {
        sample: (network, layer, key) => (key.low % 2 === 0 ? 0 : oddPointIsUniform.sample(network, layer, key)),
      },
    },
  },
});
