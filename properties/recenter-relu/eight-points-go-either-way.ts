import fc from 'fast-check';
import { keep, rescale } from '../../src/network/stages.js';
import { evidence } from '../../src/theory/claim.js';
import type { DeepNetwork } from '../../theorems/deep-network.js';
import { dividedAmong, eightPointsGoEitherWay } from '../../theorems/recenter-relu/eight-points-go-either-way.js';
import { whole } from '../arbitraries.js';
import { beyond } from '../beyond.js';

export default evidence<DeepNetwork>({
  theorem: eightPointsGoEitherWay,
  given: fc.record({ points: fc.constant(8), width: whole(64, 192), depth: fc.constant(120) }),
  pooled: 190,
  instances: 0,
  draws: 200,
  control: 260,
  regimes: { 'a narrow network': ({ width }) => width <= 96, 'a wide one': ({ width }) => width >= 176 },
  breaks: {
    'no recentering': { recenter: keep },
    rescaling: { rescale },
    'five points': { instead: dividedAmong(() => 5) },
    'ten layers': beyond(eightPointsGoEitherWay, (network) => ({ ...network, depth: 10 })),
    'twice as many': { instead: dividedAmong((points) => 2 * points) },
  },
});
