import fc from 'fast-check';
import { exactly } from '../../src/theory/allowance.js';
import { evidence } from '../../src/theory/claim.js';
import {
  exceeding,
  type HalfAndHalf,
  publishedRateIsTooFast,
} from '../../theorems/rescale-linear/published-rate-is-too-fast.js';
import { whole } from '../arbitraries.js';

export default evidence<HalfAndHalf>({
  theorem: publishedRateIsTooFast,
  given: fc.record({ pairs: fc.oneof(fc.constant(24), whole(25, 32)), layersPerPoint: fc.constant(2) }),
  cases: 6,
  allowance: exactly('the bound is exceeded by a third at least'),
  regimes: { '48 points': ({ pairs }) => pairs === 24, 'more than 48 points': ({ pairs }) => pairs > 24 },
  breaks: {
    'alpha for the eigenvalue, as the proof has it': { instead: exceeding((eigenvalue) => eigenvalue) },
    'six points': {
      instead: {
        assumes: {},
        margins: ({ layersPerPoint }, layer) => publishedRateIsTooFast.margins({ pairs: 3, layersPerPoint }, layer),
      },
    },
  },
});
