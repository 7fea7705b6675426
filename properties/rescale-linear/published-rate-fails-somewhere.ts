import fc from 'fast-check';
import { roundoff } from '../../src/theory/allowance.js';
import { evidence } from '../../src/theory/claim.js';
import type { SpectralDepth } from '../../theorems/rescale-linear/corrected-rate-holds.js';
import {
  publishedRateFailsSomewhere,
  SEEN,
  violating,
} from '../../theorems/rescale-linear/published-rate-fails-somewhere.js';
import { whole } from '../arbitraries.js';
import { QUADRATURE } from '../linear-instances.js';

const level = fc.record({ points: whole(1, 48), weight: whole(1, 40) });
const asPublished = violating(Math.sqrt);

export default evidence<SpectralDepth>({
  theorem: publishedRateFailsSomewhere,
  given: fc.record({
    levels: fc.array(level, { minLength: 1, maxLength: 2 }),
    dead: fc.constant(0),
    layers: whole(1, 128),
  }),
  evaluations: 160,
  allowance: roundoff(
    ({ layers }, clause) => (QUADRATURE * (layers + 1)) / (clause === 'above the bound' ? SEEN : 1),
    'each layer is off by the quadrature, relative to eigenvalues that sum to 1; the gap is a millionth at least where its logarithm counts',
  ),
  breaks: {
    'alpha for the eigenvalue, as the proof has it': {
      change: { instead: violating((eigenvalue) => eigenvalue) },
      because: 'that bound is proved: rescale-linear/corrected-rate-holds',
    },
    'one layer': {
      change: {
        instead: { margins: (batch, layer, key) => asPublished.margins({ ...batch, layers: 1 }, layer, key) },
      },
      because: 'the gap is below 1, and with alpha at most sqrt(1/n), n at least 2, the bound is above 1.05',
    },
  },
});
