import fc from 'fast-check';
import { leaky } from '../../src/network/activations.js';
import { activate } from '../../src/network/stages.js';
import { evidence } from '../../src/theory/claim.js';
import type { WidePair } from '../../theorems/relu-depth/cosine-concentrates.js';
import { innerProductConcentrates, innerWithin } from '../../theorems/relu-depth/inner-product-concentrates.js';
import { geometric, grid } from '../arbitraries.js';

export default evidence<WidePair>({
  theorem: innerProductConcentrates,
  given: fc.record({
    // One direction oftener than one draw of 39: of 385, no seed should miss it.
    cosine: fc.oneof({ weight: 9, arbitrary: grid(-0.9, 1, 0.05) }, { weight: 1, arbitrary: fc.constant(1) }),
    width: geometric(32, 1024, 20),
  }),
  pooled: 385,
  instances: 0,
  draws: 385,
  control: 120,
  regimes: {
    'a narrow layer': ({ width }) => width <= 64,
    'an obtuse angle': ({ cosine }) => cosine < 0,
    'one direction': ({ cosine }) => cosine === 1,
  },
  breaks: {
    'a leaky ReLU': { activate: activate(leaky(0.8)) },
    'a twelfth of the deviations': { instead: innerWithin(1 / 12) },
  },
});
