import fc from 'fast-check';
import { relu } from '../../src/network/activations.js';
import { activate, keep } from '../../src/network/stages.js';
import { roundoff } from '../../src/theory/allowance.js';
import { evidence } from '../../src/theory/claim.js';
import { recentredRowsSumToZero } from '../../theorems/identities/recentred-rows-sum-to-zero.js';
import { entriesOf, type Row, sum, through } from '../../theorems/row.js';
import { recenterAtFirst } from '../mutants.js';
import { rowRegimes, rows, sumRoundings } from '../rows.js';
import { recenterByOneLess, recenterSoFar } from '../slips.js';

export default evidence<Row>({
  theorem: recentredRowsSumToZero,
  given: fc.record(rows()),
  cases: 400,
  allowance: roundoff(sumRoundings, 'n times the n + 1 of the mean that is left, and n - 1 of the sum that checks it'),
  regimes: rowRegimes,
  breaks: {
    'no recentering': { recenter: keep },
    'n - 1 for n in the mean': { recenter: recenterByOneLess },
    'the mean so far': { recenter: recenterSoFar },
    'the first point for the mean': { recenter: recenterAtFirst },
    'after a ReLU': {
      instead: {
        margins: (row, layer) => ({
          sum: -Math.abs(sum(through([layer.recenter, activate(relu)], entriesOf(row)))),
        }),
      },
    },
  },
});
