import fc from 'fast-check';
import { relu } from '../../src/network/activations.js';
import { activate, keep } from '../../src/network/stages.js';
import { roundoff } from '../../src/theory/allowance.js';
import { evidence } from '../../src/theory/claim.js';
import { suchThat } from '../../src/theory/filtering.js';
import {
  type LeakyGroups,
  leakyGroupsMeetAtAFixedAngle,
} from '../../theorems/recenter-relu/leaky-groups-meet-at-a-fixed-angle.js';
import { differ } from '../../theorems/two-groups-limit.js';
import { geometric, grid } from '../arbitraries.js';
import { centringLoss, twoGroupsGrams } from '../instances.js';

// Rescaling leaves the claim true as well, but cannot be tried: it is not Lipschitz at a centred batch of rank one, where it
// turns a rounding error u into sqrt(u). The exact claim about two groups survives it.
export default evidence<LeakyGroups>({
  theorem: leakyGroupsMeetAtAFixedAngle,
  given: suchThat(
    fc.record({
      ...twoGroupsGrams(geometric(1, 1000, 30)),
      slope: fc.oneof(fc.constantFrom(-1, 0, 1), grid(-2, 2, 0.05)),
    }),
    differ,
  ),
  cases: 400,
  allowance: roundoff(
    (batch) => 4 * centringLoss(batch) + 20,
    'the cosine is a quotient of one covariance and two variances, each off by the relative error of centring, and twenty roundings',
  ),
  regimes: {
    'one odd point': ({ odd, cluster }) => odd === 1 && cluster > 1,
    ReLU: ({ slope }) => slope === 0,
    'the modulus': ({ slope }) => slope === -1,
    linear: ({ slope }) => slope === 1,
    'steeper below than above': ({ slope }) => slope > 1,
  },
  breaks: {
    'no recentering': { recenter: keep },
    'a ReLU': { activate: activate(relu) },
    'a slope one per cent off': {
      instead: { layer: (batch) => leakyGroupsMeetAtAFixedAngle.layer({ ...batch, slope: 1.01 * batch.slope }) },
    },
  },
});
