import fc from 'fast-check';
import { keep } from '../../src/network/stages.js';
import { exactly } from '../../src/theory/allowance.js';
import { evidence } from '../../src/theory/claim.js';
import {
  loses,
  recenteringLowersRank,
  type RowsOfNumbers,
  rowsBatch,
  spansConstants,
} from '../../theorems/rescale-linear/recentering-lowers-rank-by-at-most-one.js';
import { whole } from '../arbitraries.js';
import { recenterOverNeurons } from '../mutants.js';

export default evidence<RowsOfNumbers>({
  theorem: recenteringLowersRank,
  given: fc.record({
    rows: fc.array(fc.array(whole(-3, 3), { minLength: 6, maxLength: 6 }), { minLength: 1, maxLength: 5 }),
    points: whole(1, 6),
    complete: fc.boolean(),
  }),
  cases: 400,
  allowance: exactly(
    'a rank is a whole number; the smallest singular value of whole numbers up to 16 is far above rounding',
  ),
  regimes: {
    'one point': ({ points }) => points === 1,
    'more points than rows': ({ points, rows }) => points > rows.length,
    'constants are not spanned': (instance) => !spansConstants(rowsBatch(instance)),
    'constants are spanned': (instance) => spansConstants(rowsBatch(instance)),
  },
  breaks: {
    'no recentering': { recenter: keep },
    'recentering over the neurons': { recenter: recenterOverNeurons },
    'always by one': { instead: loses(() => 1) },
    never: { instead: loses(() => 0) },
  },
});
