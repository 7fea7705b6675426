import fc from 'fast-check';
import { exactly } from '../../src/theory/allowance.js';
import { evidence } from '../../src/theory/claim.js';
import {
  type BoundedBatch,
  publishedBoundIsVacuousBelow,
  vacuousBelow,
} from '../../theorems/rescale-linear/published-bound-is-vacuous-below.js';
import { geometric, grid } from '../arbitraries.js';

// Arithmetic of a published bound: no layer to swap.
export default evidence<BoundedBatch>({
  theorem: publishedBoundIsVacuousBelow,
  given: fc.record({
    points: geometric(2, 256, 30),
    width: geometric(1, 1e12, 120),
    share: fc.oneof(fc.constant(1), grid(0.01, 1, 0.01)),
  }),
  cases: 200,
  allowance: exactly('at the width 9 n^4 itself the bound is 1 and no gap exceeds sqrt(1 - 1/n)'),
  regimes: {
    'too narrow to say anything': ({ points, width }) => width <= 9 * points * points * points * points,
    'wide enough': ({ points, width }) => width > 9 * points * points * points * points,
    'orthogonal points': ({ share }) => share === 1,
  },
  breaks: {
    'below 100 n^4': { instead: vacuousBelow((points) => 100 * points * points * points * points) },
    'below 9 n^5': { instead: vacuousBelow((points) => 9 * points * points * points * points * points) },
  },
});
