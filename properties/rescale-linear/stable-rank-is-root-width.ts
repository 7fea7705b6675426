import fc from 'fast-check';
import { keep } from '../../src/network/stages.js';
import { evidence } from '../../src/theory/claim.js';
import {
  ranksAlong,
  ranksBetween,
  type SquareBatch,
  stableRankIsRootWidth,
} from '../../theorems/rescale-linear/stable-rank-is-root-width.js';
import { whole } from '../arbitraries.js';

export default evidence<SquareBatch>({
  theorem: stableRankIsRootWidth,
  given: fc.record({ width: whole(4, 16) }),
  pooled: 210,
  instances: 1,
  draws: 210,
  control: 70,
  regimes: {
    'up to eight neurons': ({ width }) => width <= 8,
    'sixteen neurons': ({ width }) => width === 16,
  },
  breaks: {
    'no rescaling': { rescale: keep },
    'of order d': {
      instead: ranksBetween(
        (width) => 0.35 * width,
        (width) => width,
      ),
    },
    'in every layer': {
      instead: {
        event: (batch, layer, key) => ({
          'at least': Math.min(...ranksAlong(batch, layer, key)) - 0.7 * Math.sqrt(batch.width),
        }),
      },
    },
  },
});
