import fc from 'fast-check';
import { keep, recenter } from '../../src/network/stages.js';
import { evidence } from '../../src/theory/claim.js';
import {
  balance,
  settlingAt,
  stationaryGap,
  type WideForTheBatch,
} from '../../theorems/rescale-linear/stationary-gap.js';
import { whole } from '../arbitraries.js';
import { beyond } from '../beyond.js';

export default evidence<WideForTheBatch>({
  theorem: stationaryGap,
  given: fc.record({ points: whole(2, 6), perSquare: whole(2, 4) }),
  pooled: 210,
  instances: 1,
  draws: 210,
  control: 220,
  regimes: {
    'two points': ({ points }) => points === 2,
    'six points': ({ points }) => points === 6,
    'twice n^2 neurons': ({ perSquare }) => perSquare === 2,
  },
  breaks: {
    'no rescaling': { rescale: keep },
    recentering: { recenter },
    'n^2/4 neurons': beyond(stationaryGap, ({ points }) => ({ points: points + (points % 2), perSquare: 1 / 4 })),
    'n/(4d) itself': { instead: settlingAt((points, width) => points / (4 * width)) },
    'what one layer adds': { instead: settlingAt((points, width) => balance(points, width, 0)) },
  },
});
