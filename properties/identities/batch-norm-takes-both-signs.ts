import fc from 'fast-check';
import { keep } from '../../src/network/stages.js';
import { roundoff } from '../../src/theory/allowance.js';
import { evidence } from '../../src/theory/claim.js';
import { batchNormTakesBothSigns, beyond } from '../../theorems/identities/batch-norm-takes-both-signs.js';
import { pointsIn, type Row } from '../../theorems/row.js';
import { recenterAtFirst } from '../mutants.js';
import { eccentricity, rowRegimes, rows, rowsOfOneAgainstTheRest } from '../rows.js';

export default evidence<Row>({
  theorem: batchNormTakesBothSigns,
  given: fc.oneof(fc.record(rows()), fc.record(rowsOfOneAgainstTheRest())),
  cases: 400,
  allowance: roundoff(
    (row) => 1.01 * (pointsIn(row) + 1) * eccentricity(row) + (pointsIn(row) + 9) / 2,
    'the mean that is left, n + 1 of Z over sigma; and near the bound, which is at most 1, (n + 5)/2 of rescaling and two of the bound',
  ),
  regimes: {
    ...rowRegimes,
    'one point against the rest': ({ others }) => others.length > 0 && others.every((x) => x === 0),
  },
  breaks: {
    'no recentering': { recenter: keep },
    'no rescaling': { rescale: keep },
    'the first point for the mean': { recenter: recenterAtFirst },
    'n - 2 for n - 1': { instead: beyond((points) => Math.max(0.5, points - 2)) },
  },
});
