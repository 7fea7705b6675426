import fc from 'fast-check';
import { rescale } from '../../src/network/stages.js';
import { evidence } from '../../src/theory/claim.js';
import type { DeepNetwork } from '../../theorems/deep-network.js';
import { widthDelaysTheOddPoint } from '../../theorems/recenter-relu/width-delays-the-odd-point.js';
import { geometric, whole } from '../arbitraries.js';
import { beyond } from '../beyond.js';

export default evidence<DeepNetwork>({
  theorem: widthDelaysTheOddPoint,
  given: fc.record({ points: whole(2, 8), width: geometric(1024, 2048, 4), depth: fc.constant(30) }),
  pooled: 540,
  instances: 1,
  draws: 550,
  control: 200,
  regimes: { 'two points': ({ points }) => points === 2, 'eight points': ({ points }) => points === 8 },
  survives: { rescaling: { rescale } },
  breaks: {
    'eight points in layers of width 64': beyond(widthDelaysTheOddPoint, (network) => ({
      ...network,
      points: 8,
      width: 64,
    })),
    'four times as many points in a network of width 64': beyond(widthDelaysTheOddPoint, (network) => ({
      ...network,
      points: 4 * Math.max(4, network.points),
      width: 64,
    })),
    'a hundred layers of width 32, eight points': beyond(widthDelaysTheOddPoint, () => ({
      points: 8,
      width: 32,
      depth: 100,
    })),
  },
});
