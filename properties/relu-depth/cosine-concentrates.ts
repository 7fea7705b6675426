import fc from 'fast-check';
import { identity, leaky } from '../../src/network/activations.js';
import { activate } from '../../src/network/stages.js';
import { evidence } from '../../src/theory/claim.js';
import { concentrating, cosineConcentrates, type WidePair } from '../../theorems/relu-depth/cosine-concentrates.js';
import { geometric, grid } from '../arbitraries.js';

export default evidence<WidePair>({
  theorem: cosineConcentrates,
  given: fc.record({ cosine: grid(-1, 0, 0.05), width: geometric(4000, 8000, 8) }),
  pooled: 370,
  instances: 1,
  draws: 370,
  control: 100,
  regimes: {
    antipodal: ({ cosine }) => cosine === -1,
    orthogonal: ({ cosine }) => cosine === 0,
  },
  breaks: {
    'no activation': { activate: activate(identity) },
    'a leaky ReLU': { activate: activate(leaky(0.5)) },
    '1/d for its root': { instead: concentrating((width) => 1 / width) },
  },
});
