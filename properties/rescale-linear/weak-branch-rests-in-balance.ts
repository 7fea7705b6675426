import fc from 'fast-check';
import { keep } from '../../src/network/stages.js';
import { evidence } from '../../src/theory/claim.js';
import type { SquareBatch } from '../../theorems/rescale-linear/stable-rank-is-root-width.js';
import { gain } from '../../theorems/rescale-linear/weak-branch-balances-fourth-moments.js';
import { resting, weakBranchRestsInBalance } from '../../theorems/rescale-linear/weak-branch-rests-in-balance.js';
import { whole } from '../arbitraries.js';

export default evidence<SquareBatch>({
  theorem: weakBranchRestsInBalance,
  given: fc.record({ width: whole(2, 5) }),
  pooled: 220,
  instances: 0,
  draws: 220,
  control: 70,
  regimes: { 'two neurons': ({ width }) => width === 2, 'five neurons': ({ width }) => width === 5 },
  breaks: {
    'no rescaling': { rescale: keep },
    'without the diagonal of the square': {
      instead: resting((moments, neurons) => gain({ ...moments, diagonals: 0 }, neurons)),
    },
    'three cubes for four': { instead: resting((moments, neurons) => gain(moments, neurons) + moments.cube) },
  },
});
