import fc from 'fast-check';
import { identity } from '../../src/network/activations.js';
import { activate, keep } from '../../src/network/stages.js';
import { evidence } from '../../src/theory/claim.js';
import {
  type GaussianPoints,
  mostFarthestPointsBecomeOdd,
  winnerOfRank,
} from '../../theorems/recenter-relu/most-farthest-points-become-odd.js';
import { geometric, whole } from '../arbitraries.js';
import { beyond } from '../beyond.js';

export default evidence<GaussianPoints>({
  theorem: mostFarthestPointsBecomeOdd,
  given: fc.record({ points: whole(12, 20), dimensions: geometric(4, 20, 6) }),
  pooled: 190,
  instances: 1,
  draws: 190,
  control: 80,
  regimes: {
    'four dimensions': ({ dimensions }) => dimensions === 4,
    'as many dimensions as points': ({ points, dimensions }) => dimensions >= points,
  },
  breaks: {
    'no recentering': { recenter: keep },
    'no activation': { activate: activate(identity) },
    'six points': beyond(mostFarthestPointsBecomeOdd, (batch) => ({ ...batch, points: 6 })),
    'the second farthest': { instead: winnerOfRank(() => 1) },
    'the nearest': { instead: winnerOfRank((points) => points - 1) },
  },
});
