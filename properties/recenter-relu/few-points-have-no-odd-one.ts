import fc from 'fast-check';
import { rescale } from '../../src/network/stages.js';
import { evidence } from '../../src/theory/claim.js';
import type { DeepNetwork } from '../../theorems/deep-network.js';
import { fewPointsHaveNoOddOne } from '../../theorems/recenter-relu/few-points-have-no-odd-one.js';
import { geometric, whole } from '../arbitraries.js';
import { beyond } from '../beyond.js';

export default evidence<DeepNetwork>({
  theorem: fewPointsHaveNoOddOne,
  given: fc.record({ points: whole(4, 6), width: geometric(64, 512, 12), depth: fc.constant(150) }),
  pooled: 540,
  instances: 1,
  draws: 550,
  control: 200,
  regimes: { 'four points': ({ points }) => points === 4, 'six points': ({ points }) => points === 6 },
  survives: { rescaling: { rescale } },
  breaks: {
    'eight points': beyond(fewPointsHaveNoOddOne, (network) => ({ ...network, points: 8 })),
    'four times as many points': beyond(fewPointsHaveNoOddOne, (network) => ({
      ...network,
      points: 4 * network.points,
    })),
    'sixteen points in half the depth': beyond(fewPointsHaveNoOddOne, (network) => ({
      ...network,
      points: 16,
      depth: 100,
    })),
  },
});
