import fc from 'fast-check';
import { keep } from '../../src/network/stages.js';
import { roundoff } from '../../src/theory/allowance.js';
import { evidence } from '../../src/theory/claim.js';
import {
  batchNormLeavesTwoPointsASign,
  pairOf,
  type TwoNumbers,
} from '../../theorems/identities/batch-norm-leaves-two-points-a-sign.js';
import { largest } from '../../theorems/row.js';
import { grid, whole } from '../arbitraries.js';
import { recenterAtFirst } from '../mutants.js';
import { rescaleByMagnitude, rescaleWithEpsilon } from '../slips.js';

export default evidence<TwoNumbers>({
  theorem: batchNormLeavesTwoPointsASign,
  given: fc.record({ first: grid(0.001, 1000, 0.001), exponent: whole(-52, 0), upwards: fc.boolean() }),
  cases: 400,
  allowance: roundoff(
    (numbers) => 4.5 * nearness(numbers) + 5,
    'the mean is off by 2 u Z, which is e of the half difference: |(1-e)/sqrt(1+e^2) - 1| <= 1.11 |e|; then four roundings',
  ),
  regimes: {
    'a few doubles apart': ({ exponent }) => exponent <= -49,
    'nearly equal': ({ exponent }) => exponent < -26,
    'far apart': ({ exponent }) => exponent >= -3,
  },
  survives: { 'the mean magnitude for the root of the mean square': { rescale: rescaleByMagnitude } },
  breaks: {
    'no recentering': { recenter: keep },
    'no rescaling': { rescale: keep },
    'the first point for the mean': { recenter: recenterAtFirst },
    'an epsilon under the root': { rescale: rescaleWithEpsilon },
    'to 1e-12, however near': {
      instead: {
        margins: (numbers, layer) => {
          const { 'a sign': margin = NaN } = batchNormLeavesTwoPointsASign.margins(numbers, layer);
          return { 'a sign': margin >= -1e-12 ? 0 : -Infinity };
        },
      },
    },
    'of two equal numbers': {
      instead: {
        // A gap of 2^-60 rounds away.
        margins: (numbers, layer) => batchNormLeavesTwoPointsASign.margins({ ...numbers, exponent: -60 }, layer),
      },
    },
  },
});

/** Z / |z1 - z2|, the difference being exact unless one number is more than twice the other. */
function nearness(numbers: TwoNumbers): number {
  const pair = pairOf(numbers);
  return largest(pair) / Math.abs((pair[0] ?? NaN) - (pair[1] ?? NaN));
}
