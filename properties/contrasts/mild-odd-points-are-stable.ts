import fc from 'fast-check';
import { keep } from '../../src/network/stages.js';
import { exactly } from '../../src/theory/allowance.js';
import { evidence } from '../../src/theory/claim.js';
import {
  type MildOddPoints,
  mildOddPointsAreStable,
  stableFrom,
} from '../../theorems/contrasts/mild-odd-points-are-stable.js';
import { whole } from '../arbitraries.js';

// Few cases: a state and its spectrum cost two hundred integrals. The thresholds themselves are in test/limit/rescaling.test.ts.
export default evidence<MildOddPoints>({
  theorem: mildOddPointsAreStable,
  given: fc.record({ odd: whole(1, 3), beyond: fc.constantFrom(0, 1, 3, 8, 20, 67, 195) }),
  cases: 6,
  allowance: exactly('inequalities that the spectra satisfy by a thousandth and more'),
  breaks: {
    'no rescaling': { rescale: keep },
    'no recentering': { recenter: keep },
    'ten points earlier': { instead: stableFrom([42, 47, 51]) },
  },
});
