import fc from 'fast-check';
import { keep } from '../../src/network/stages.js';
import { roundoff } from '../../src/theory/allowance.js';
import { evidence } from '../../src/theory/claim.js';
import { rescaledNeuronsHaveMeanSquareOne } from '../../theorems/identities/rescaled-neurons-have-mean-square-one.js';
import { deviation, entriesOf, pointsIn, type Row, through } from '../../theorems/row.js';
import { rowRegimes, rows } from '../rows.js';
import { rescaleByMagnitude, rescaleWithEpsilon } from '../slips.js';

export default evidence<Row>({
  theorem: rescaledNeuronsHaveMeanSquareOne,
  given: fc.record(rows()),
  cases: 400,
  allowance: roundoff(
    (row) => 2 * pointsIn(row) + 7,
    'n + 1 roundings of the mean square, two of the root, two of the quotients, and n + 1 of the mean square that checks it',
  ),
  regimes: rowRegimes,
  breaks: {
    'no rescaling': { rescale: keep },
    'the mean magnitude for the root of the mean square': { rescale: rescaleByMagnitude },
    'an epsilon under the root': { rescale: rescaleWithEpsilon },
    'variance 1, without recentering': {
      instead: {
        margins: (row, layer) => {
          const spread = deviation(through([layer.rescale], entriesOf(row)));
          return { 'mean square': -Math.abs(spread * spread - 1) };
        },
      },
    },
  },
});
