import fc from 'fast-check';
import { keep } from '../../src/network/stages.js';
import { roundoff } from '../../src/theory/allowance.js';
import { evidence } from '../../src/theory/claim.js';
import {
  type ConstantRow,
  recenteringErasesAConstantRow,
} from '../../theorems/identities/recentering-erases-a-constant-row.js';
import { grid, sizes } from '../arbitraries.js';
import { recenterAtFirst } from '../mutants.js';
import { recenterByOneLess } from '../slips.js';

export default evidence<ConstantRow>({
  theorem: recenteringErasesAConstantRow,
  given: fc.record({ value: grid(-100, 100, 0.001), points: sizes(1, 1000) }),
  cases: 400,
  allowance: roundoff(
    ({ value, points }, clause) => (clause === 'more points' ? (points + 1) * Math.abs(value) : 0),
    'n - 1 roundings in the sum, one in the division, and one for all products of two; the subtraction of near numbers is exact',
  ),
  regimes: {
    'one point': ({ points }) => points === 1,
    'two points': ({ points }) => points === 2,
    'hundreds of points': ({ points }) => points >= 100,
  },
  survives: { 'the first point for the mean': { recenter: recenterAtFirst } },
  breaks: {
    'no recentering': { recenter: keep },
    'n - 1 for n in the mean': { recenter: recenterByOneLess },
    'to the last bit for every n': {
      instead: {
        margins: (row, layer) => {
          const left = Math.min(...Object.values(recenteringErasesAConstantRow.margins(row, layer)));
          return { 'more points': left === 0 ? 0 : -Infinity };
        },
      },
    },
  },
});
