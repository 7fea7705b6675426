import fc from 'fast-check';
import { rescale } from '../../src/network/stages.js';
import { evidence } from '../../src/theory/claim.js';
import type { DeepNetwork } from '../../theorems/deep-network.js';
import { widthDelaysTheOddPoint } from '../../theorems/recenter-relu/width-delays-the-odd-point.js';
import { geometric, whole } from '../arbitraries.js';

export default evidence<DeepNetwork>({
  theorem: widthDelaysTheOddPoint,
  given: fc.record({ points: whole(4, 8), width: geometric(1024, 2048, 4), depth: fc.constant(30) }),
  pooled: 540,
  instances: 1,
  draws: 550,
  control: 40,
  regimes: { 'four points': ({ points }) => points === 4, 'eight points': ({ points }) => points === 8 },
  survives: { rescaling: { rescale } },
  breaks: {
    'four times as many points in a network of width 64': {
      instead: {
        event: (network, layer, key) =>
          widthDelaysTheOddPoint.event({ ...network, points: 4 * network.points, width: 64 }, layer, key),
      },
    },
    'a hundred layers of width 32, eight points': {
      instead: {
        event: (_, layer, key) => widthDelaysTheOddPoint.event({ points: 8, width: 32, depth: 100 }, layer, key),
      },
    },
  },
});
