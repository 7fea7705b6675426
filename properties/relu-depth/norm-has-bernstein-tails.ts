import { evidence } from '../../src/theory/claim.js';
import {
  BERNSTEIN,
  boundedBy,
  type Deviation,
  normHasBernsteinTails,
} from '../../theorems/relu-depth/norm-has-bernstein-tails.js';
import { deviationRegimes, deviations, normal, tailRounding } from '../norm-deviations.js';

export default evidence<Deviation>({
  theorem: normHasBernsteinTails,
  given: deviations(),
  cases: 200,
  allowance: tailRounding,
  regimes: deviationRegimes,
  breaks: {
    'a normal upper tail': { instead: boundedBy({ ...BERNSTEIN, above: normal(5) }) },
    'a normal upper tail of the larger variance': { instead: boundedBy({ ...BERNSTEIN, above: normal(6) }) },
    'half the linear term': {
      instead: boundedBy({
        ...BERNSTEIN,
        above: ({ width, exponent }) => Math.sqrt((2 * exponent) / width) + (2 * exponent) / width,
      }),
    },
    'a lower tail of variance 3': { instead: boundedBy({ ...BERNSTEIN, below: normal(3) }) },
  },
});
