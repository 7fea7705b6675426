import fc from 'fast-check';
import { exactly } from '../../src/theory/allowance.js';
import { evidence } from '../../src/theory/claim.js';
import {
  beginsBetween,
  ONSET,
  oddPointBeginsBetweenSixAndSeven,
} from '../../theorems/recenter-relu/odd-point-begins-between-six-and-seven.js';
import type { OddStart } from '../../theorems/recenter-relu/starts-divide-from-seven.js';
import { grid } from '../arbitraries.js';

// The layer is not among the controls: a network has a whole number of points, and only the formulas continue.
export default evidence<OddStart>({
  theorem: oddPointBeginsBetweenSixAndSeven,
  given: fc.record({
    points: fc.oneof(grid(3.5, 12, 0.01), grid(6.1, 6.12, 0.0001)),
    share: grid(0.001, 0.999, 0.001),
  }),
  cases: 300,
  allowance: exactly('at the ends of the bracket the dip is 5e-7 and 2e-7 from the diagonal, far beyond rounding'),
  regimes: {
    'below the onset': ({ points }) => points <= ONSET.least,
    'above the onset': ({ points }) => points >= ONSET.most,
    'within five thousandths of it': ({ points }) => points > 6.102 && points < 6.112,
  },
  breaks: {
    'a bracket one per cent lower': { instead: beginsBetween(0.99 * ONSET.least, 0.99 * ONSET.most) },
    'a bracket one per cent higher': { instead: beginsBetween(1.01 * ONSET.least, 1.01 * ONSET.most) },
    'at six and a half': { instead: beginsBetween(6.5, 6.5) },
    'at seven': { instead: beginsBetween(7, 7) },
  },
});
