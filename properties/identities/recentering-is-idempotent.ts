import fc from 'fast-check';
import { keep, recenter } from '../../src/network/stages.js';
import { roundoff } from '../../src/theory/allowance.js';
import { evidence } from '../../src/theory/claim.js';
import { recenteringIsIdempotent } from '../../theorems/identities/recentering-is-idempotent.js';
import { entriesOf, largest, pointsIn, type Row, through } from '../../theorems/row.js';
import { recenterAtFirst } from '../mutants.js';
import { rowRegimes, rows, size } from '../rows.js';
import { recenterByOneLess, recenterSoFar } from '../slips.js';

export default evidence<Row>({
  theorem: recenteringIsIdempotent,
  given: fc.record(rows()),
  cases: 400,
  allowance: roundoff(
    (row) => (2 * pointsIn(row) + 4) * size(row),
    'both means are off by n u Z, and the entries that the second one averages by u Z and its differences by 2 u Z',
  ),
  regimes: rowRegimes,
  survives: { 'no recentering': { recenter: keep }, 'the first point for the mean': { recenter: recenterAtFirst } },
  breaks: {
    'n - 1 for n in the mean': { recenter: recenterByOneLess },
    'the mean so far': { recenter: recenterSoFar },
    'bit for bit': {
      instead: {
        margins: (row, layer) => {
          const { 'twice is once': margin = NaN } = recenteringIsIdempotent.margins(row, layer);
          return { 'twice is once': margin === 0 ? 0 : -Infinity };
        },
      },
    },
    'to rounding of what is left': {
      instead: {
        margins: (row, layer) => {
          const { 'twice is once': margin = NaN } = recenteringIsIdempotent.margins(row, layer);
          return { 'twice is once': (margin * size(row)) / largest(through([recenter], entriesOf(row))) };
        },
      },
    },
  },
});
