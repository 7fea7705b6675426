import fc from 'fast-check';
import { keep } from '../../src/network/stages.js';
import { roundoff } from '../../src/theory/allowance.js';
import { evidence } from '../../src/theory/claim.js';
import { batchNormBoundsEveryEntry, below } from '../../theorems/identities/batch-norm-bounds-every-entry.js';
import { pointsIn, type Row } from '../../theorems/row.js';
import { recenterAtFirst } from '../mutants.js';
import { eccentricity, rowRegimes, rows, rowsOfOneAgainstTheRest } from '../rows.js';
import { rescaleByMagnitude } from '../slips.js';

export default evidence<Row>({
  theorem: batchNormBoundsEveryEntry,
  given: fc.oneof(fc.record(rows()), fc.record(rowsOfOneAgainstTheRest())),
  cases: 400,
  allowance: roundoff(
    rounding,
    '(n + 5)/2 roundings of root-mean-square and quotient, one of the root, and what recentering leaves of the mean over sigma',
  ),
  regimes: {
    ...rowRegimes,
    'one point against the rest': ({ others }) => others.length > 0 && others.every((x) => x === 0),
  },
  breaks: {
    'no recentering': { recenter: keep },
    'no rescaling': { rescale: keep },
    'the first point for the mean': { recenter: recenterAtFirst },
    'the mean magnitude for the root of the mean square': { rescale: rescaleByMagnitude },
    'n - 2 for n - 1': {
      instead: below(
        (points) => points - 2,
        (points) => points,
      ),
    },
    'n - 1 for rescaling alone': {
      instead: below(
        (points) => points - 1,
        (points) => points - 1,
      ),
    },
  },
});

/** The mean that is left is n + 1 roundings of Z; the deviations from it obey the bound exactly. */
function rounding(row: Row, clause: string): number {
  const points = pointsIn(row);
  const own = ((points + 7) / 2) * Math.sqrt(points);
  return clause === 'rescaling alone' ? own : own + 1.01 * (points + 1) * eccentricity(row);
}
