import fc from 'fast-check';
import { identity } from '../../src/network/activations.js';
import { kappa } from '../../src/limit/arc-cosine.js';
import { activate } from '../../src/network/stages.js';
import { cauchy } from '../../src/network/weights.js';
import { evidence } from '../../src/theory/claim.js';
import type { WidePair } from '../../theorems/relu-depth/cosine-concentrates.js';
import {
  cosineFluctuates,
  limitVariance,
  varying,
} from '../../theorems/relu-depth/cosine-fluctuates-like-its-delta.js';
import { geometric, grid } from '../arbitraries.js';
import { beyond } from '../beyond.js';

export default evidence<WidePair>({
  theorem: cosineFluctuates,
  given: fc.record({ cosine: grid(-0.2, 0.9, 0.1), width: geometric(64, 192, 8) }),
  pooled: 210,
  instances: 1,
  draws: 210,
  control: 120,
  regimes: {
    obtuse: ({ cosine }) => cosine < 0,
    acute: ({ cosine }) => cosine > 0,
  },
  breaks: {
    'no activation': { activate: activate(identity) },
    'layers of four neurons': beyond(cosineFluctuates, (pair) => ({ ...pair, width: 4 })),
    'Cauchy weights': { instead: varying(limitVariance, cauchy) },
    'norms that do not fluctuate': {
      instead: varying((cosine) => limitVariance(cosine) + 5 * kappa(cosine) * kappa(cosine)),
    },
    'half of it': { instead: varying((cosine) => limitVariance(cosine) / 2) },
  },
});
