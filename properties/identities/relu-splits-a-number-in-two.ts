import fc from 'fast-check';
import { abs, gelu, identity, leaky } from '../../src/network/activations.js';
import { activate } from '../../src/network/stages.js';
import { exactly } from '../../src/theory/allowance.js';
import { evidence } from '../../src/theory/claim.js';
import {
  type Decimal,
  reluSplitsANumberInTwo,
  valueOf,
} from '../../theorems/identities/relu-splits-a-number-in-two.js';
import { grid, whole } from '../arbitraries.js';

export default evidence<Decimal>({
  theorem: reluSplitsANumberInTwo,
  given: fc.record({ digits: grid(-9.999, 9.999, 0.001), decade: whole(-324, 306) }),
  cases: 400,
  allowance: exactly('one part is 0, and doubling and halving are exact while there is no overflow'),
  regimes: {
    positive: (decimal) => valueOf(decimal) > 0,
    negative: (decimal) => valueOf(decimal) < 0,
    'subnormal, or zero': (decimal) => Math.abs(valueOf(decimal)) < 2.3e-308,
    huge: (decimal) => Math.abs(valueOf(decimal)) > 1e280,
  },
  breaks: {
    'no activation': { activate: activate(identity) },
    'the modulus': { activate: activate(abs) },
    'a leaky ReLU': { activate: activate(leaky(0.01)) },
    'a smooth ReLU, whose difference is z as well': { activate: activate(gelu) },
  },
});
