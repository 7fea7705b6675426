import fc from 'fast-check';
import { keep } from '../../src/network/stages.js';
import { roundoff } from '../../src/theory/allowance.js';
import { evidence } from '../../src/theory/claim.js';
import { between, gapAndSmallestEigenvalue } from '../../theorems/rescale-linear/gap-and-smallest-eigenvalue.js';
import { gapOf, levelsOf, pointsOfBatch, type SpectralBatch, spectralGram } from '../../theorems/spectral-batch.js';
import { geometric, whole } from '../arbitraries.js';
import { QUADRATURE } from '../linear-instances.js';

const weight = fc.oneof(fc.constant(1), geometric(1, 1e6, 60));

export default evidence<SpectralBatch>({
  theorem: gapAndSmallestEigenvalue,
  given: fc.record({
    levels: fc.tuple(
      fc.record({ points: fc.constant(1), weight }),
      fc.record({ points: whole(1, 40), weight }),
      fc.record({ points: whole(1, 3), weight }),
    ),
    dead: fc.oneof(fc.constant(0), whole(0, 3)),
  }),
  cases: 200,
  allowance: roundoff(
    (batch, clause) =>
      (QUADRATURE + 20) *
      (Math.sqrt(pointsOfBatch(batch)) +
        gapOf(levelsOf(spectralGram(batch))) +
        (clause === 'gap at most' ? pointsOfBatch(batch) : 2)),
    'every eigenvalue is off by the quadrature, relative to itself: their length, and the smallest, at most 1, times its factor',
  ),
  regimes: {
    'zero eigenvalues': ({ dead }) => dead > 0,
    'one large among equal ones': ({ levels: [one, two, three], dead }) =>
      dead === 0 && two?.weight === three?.weight && (one?.weight ?? 0) > (two?.weight ?? 0),
    'more than thirty points': (batch) => pointsOfBatch(batch) > 30,
  },
  survives: { 'no rescaling': { rescale: keep } },
  breaks: {
    'n - 1 for sqrt(n(n-1))': {
      instead: between(
        (points) => points / (points - 1),
        (points) => (points - 1) * (points - 1),
      ),
    },
    'one per cent less above': {
      instead: between(
        (points) => points / (points - 1),
        (points) => 0.9801 * points * (points - 1),
      ),
    },
    'one per cent more below': {
      instead: between(
        (points) => (1.0201 * points) / (points - 1),
        (points) => points * (points - 1),
      ),
    },
  },
});
