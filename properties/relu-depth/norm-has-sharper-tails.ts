import { evidence } from '../../src/theory/claim.js';
import type { Deviation } from '../../theorems/relu-depth/norm-has-bernstein-tails.js';
import { normHasSharperTails, sharper, SHARPER } from '../../theorems/relu-depth/norm-has-sharper-tails.js';
import { deviationRegimes, deviations, normal, tailRounding } from '../norm-deviations.js';

export default evidence<Deviation>({
  theorem: normHasSharperTails,
  given: deviations(),
  cases: 120,
  allowance: tailRounding,
  regimes: deviationRegimes,
  breaks: {
    'a normal upper tail': { instead: sharper({ ...SHARPER, above: normal(5) }, 128) },
    'a lower tail of variance 3': { instead: sharper({ ...SHARPER, below: normal(3) }, 128) },
    'not sub-Gaussian from four neurons on': { instead: sharper(SHARPER, 4) },
  },
});
