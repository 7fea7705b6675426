import fc from 'fast-check';
import { rescale } from '../../src/network/stages.js';
import { evidence } from '../../src/theory/claim.js';
import type { DeepNetwork } from '../../theorems/deep-network.js';
import { fewPointsHaveNoOddOne } from '../../theorems/recenter-relu/few-points-have-no-odd-one.js';
import { geometric, whole } from '../arbitraries.js';

export default evidence<DeepNetwork>({
  theorem: fewPointsHaveNoOddOne,
  given: fc.record({ points: whole(4, 6), width: geometric(256, 512, 4), depth: fc.constant(150) }),
  pooled: 540,
  instances: 1,
  draws: 550,
  control: 40,
  regimes: { 'four points': ({ points }) => points === 4, 'six points': ({ points }) => points === 6 },
  survives: { rescaling: { rescale } },
  breaks: {
    'four times as many points': {
      instead: {
        event: (network, layer, key) =>
          fewPointsHaveNoOddOne.event({ ...network, points: 4 * network.points }, layer, key),
      },
    },
    'sixteen points in half the depth': {
      instead: {
        event: (network, layer, key) => fewPointsHaveNoOddOne.event({ ...network, points: 16, depth: 100 }, layer, key),
      },
    },
  },
});
