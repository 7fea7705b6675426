import fc from 'fast-check';
import { relu } from '../../src/network/activations.js';
import { activate, keep } from '../../src/network/stages.js';
import { evidence } from '../../src/theory/claim.js';
import {
  cauchyOf,
  type NearlyOneDirection,
  secondDirectionGrowsByACauchyFactor,
} from '../../theorems/rescale-linear/second-direction-grows-by-a-cauchy-factor.js';
import { whole } from '../arbitraries.js';

export default evidence<NearlyOneDirection>({
  theorem: secondDirectionGrowsByACauchyFactor,
  given: fc.record({ decades: whole(5, 9) }),
  instances: 3,
  draws: 1500,
  control: 3000,
  breaks: {
    'no rescaling': { rescale: keep },
    'a ReLU': { activate: activate(relu) },
    'twice as fast': { instead: cauchyOf(2) },
    'a third slower': { instead: cauchyOf(2 / 3) },
  },
});
