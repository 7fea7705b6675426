import fc from 'fast-check';
import { keep } from '../../src/network/stages.js';
import { roundoff } from '../../src/theory/allowance.js';
import { evidence } from '../../src/theory/claim.js';
import {
  below,
  correctedRateHolds,
  decayed,
  type SpectralDepth,
} from '../../theorems/rescale-linear/corrected-rate-holds.js';
import { pointsOfBatch } from '../../theorems/spectral-batch.js';
import { geometric, whole } from '../arbitraries.js';
import { QUADRATURE } from '../linear-instances.js';

const level = fc.record({
  points: fc.oneof(fc.constant(1), fc.constant(1), whole(1, 9)),
  weight: fc.oneof(whole(1, 5), geometric(1, 1000, 30)),
});

export default evidence<SpectralDepth>({
  theorem: correctedRateHolds,
  given: fc.record({
    levels: fc.array(level, { minLength: 1, maxLength: 2 }),
    dead: fc.oneof(fc.constant(0), fc.constant(0), fc.constant(0), whole(1, 3)),
    layers: fc.oneof(geometric(1, 16, 8), whole(10, 16)),
  }),
  cases: 40,
  allowance: roundoff(
    (batch) => QUADRATURE * (batch.layers + 1),
    'each layer is off by the quadrature, relative to eigenvalues that sum to 1, and no difference of spectra grows by more than that',
  ),
  regimes: {
    'zero eigenvalues': ({ dead }) => dead > 0,
    'one layer': ({ layers }) => layers === 1,
    'many layers': ({ layers }) => layers >= 10,
    'two points': (batch) => pointsOfBatch(batch) === 2,
  },
  breaks: {
    'no rescaling': { rescale: keep },
    'alpha for the singular value': {
      instead: below((points, eigenvalue, layers) =>
        decayed(1 - (2 * points * Math.sqrt(eigenvalue)) / (points + 2), layers),
      ),
    },
    'the rate near orthogonality from the start': {
      instead: below(
        (points, eigenvalue, layers) => decayed(points / (points + 2), layers) * (1 - points * eigenvalue),
      ),
    },
  },
});
