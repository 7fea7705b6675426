import fc from 'fast-check';
import { keep } from '../../src/network/stages.js';
import { roundoff } from '../../src/theory/allowance.js';
import { evidence } from '../../src/theory/claim.js';
import { rescalingForgetsTheScale, type ScaledRow } from '../../theorems/identities/rescaling-forgets-the-scale.js';
import { pointsIn } from '../../theorems/row.js';
import { grid, whole } from '../arbitraries.js';
import { rowRegimes, rows } from '../rows.js';
import { rescaleByMagnitude, rescaleWithEpsilon } from '../slips.js';

export default evidence<ScaledRow>({
  theorem: rescalingForgetsTheScale,
  given: fc.record({ ...rows(), factor: grid(0.001, 1000, 0.001), doublings: whole(-100, 100) }),
  cases: 400,
  allowance: roundoff(
    (row, clause) => (clause === 'any factor' ? pointsIn(row) + 8 : 0),
    '(n + 5)/2 roundings of root-mean-square and quotient on either side, and two of the products with the factor',
  ),
  regimes: {
    ...rowRegimes,
    'a factor above one': ({ factor }) => factor > 1,
    'a power of two below one': ({ doublings }) => doublings < 0,
  },
  survives: { 'the mean magnitude for the root of the mean square': { rescale: rescaleByMagnitude } },
  breaks: {
    'no rescaling': { rescale: keep },
    'an epsilon under the root': { rescale: rescaleWithEpsilon },
    'a negative factor': {
      instead: {
        margins: (row, layer) => rescalingForgetsTheScale.margins({ ...row, factor: -row.factor }, layer),
      },
    },
    'the factor 0': {
      instead: { margins: (row, layer) => rescalingForgetsTheScale.margins({ ...row, factor: 0 }, layer) },
    },
  },
});
