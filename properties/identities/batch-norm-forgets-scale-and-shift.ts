import fc from 'fast-check';
import { keep } from '../../src/network/stages.js';
import { roundoff } from '../../src/theory/allowance.js';
import { evidence } from '../../src/theory/claim.js';
import {
  type AffineRow,
  batchNormForgetsScaleAndShift,
} from '../../theorems/identities/batch-norm-forgets-scale-and-shift.js';
import { deviation, entriesOf, pointsIn } from '../../theorems/row.js';
import { grid } from '../arbitraries.js';
import { recenterAtFirst } from '../mutants.js';
import { batchNormRoundings, rowRegimes, rows, size } from '../rows.js';
import { rescaleByMagnitude, rescaleWithEpsilon } from '../slips.js';

export default evidence<AffineRow>({
  theorem: batchNormForgetsScaleAndShift,
  given: fc.record({
    ...rows(),
    factor: grid(0.001, 1000, 0.001),
    shift: fc.oneof(fc.constant(0), grid(-100, 100, 0.001)),
  }),
  cases: 400,
  allowance: roundoff(
    (row) => batchNormRoundings(row) + imageRoundings(row),
    'those of batch normalisation on either side, and of the image two for each entry and two for their mean',
  ),
  regimes: {
    ...rowRegimes,
    'no shift': ({ shift }) => shift === 0,
    'a factor below one': ({ factor }) => factor < 1,
  },
  survives: {
    'the first point for the mean': { recenter: recenterAtFirst },
    'the mean magnitude for the root of the mean square': { rescale: rescaleByMagnitude },
  },
  breaks: {
    'no recentering': { recenter: keep },
    'no rescaling': { rescale: keep },
    'an epsilon under the root': { rescale: rescaleWithEpsilon },
    'a negative factor': {
      instead: {
        margins: (row, layer) => batchNormForgetsScaleAndShift.margins({ ...row, factor: -row.factor }, layer),
      },
    },
    'to 1e-12, however far the shift': {
      instead: {
        margins: (row, layer) => {
          const { 'same values': margin = NaN } = batchNormForgetsScaleAndShift.margins(row, layer);
          return { 'same values': margin >= -1e-12 ? 0 : -Infinity };
        },
      },
    },
  },
});

/** As `batchNormRoundings`, with (n + 6) B / (s sigma) in the place of (n + 2) Z / sigma, B = s Z + |t|. */
function imageRoundings({ factor, shift, ...row }: AffineRow): number {
  const points = pointsIn(row);
  const root = Math.sqrt(points);
  const bound = factor * size(row) + Math.abs(shift);
  return (1.01 * (points + 6) * (1 + root) * bound) / (factor * deviation(entriesOf(row))) + ((points + 5) / 2) * root;
}
