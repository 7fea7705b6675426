import fc from 'fast-check';
import { recenter } from '../../src/network/stages.js';
import { evidence } from '../../src/theory/claim.js';
import { averaging, residualStableRank } from '../../theorems/rescale-linear/residual-stable-rank.js';
import type { SquareBatch } from '../../theorems/rescale-linear/stable-rank-is-root-width.js';
import { whole } from '../arbitraries.js';

export default evidence<SquareBatch>({
  theorem: residualStableRank,
  given: fc.record({ width: whole(4, 12) }),
  pooled: 210,
  instances: 1,
  draws: 210,
  control: 70,
  regimes: {
    'four neurons': ({ width }) => width === 4,
    'ten neurons or more': ({ width }) => width >= 10,
  },
  survives: { recentering: { recenter } },
  breaks: {
    'of order d': {
      instead: averaging(
        (width) => 0.5 * width,
        (width) => width,
      ),
    },
    'of order 1': {
      instead: averaging(
        () => 1,
        () => 1.5,
      ),
    },
  },
});
