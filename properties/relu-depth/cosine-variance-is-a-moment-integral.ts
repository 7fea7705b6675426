import fc from 'fast-check';
import { powerRelu } from '../../src/network/activations.js';
import { activate } from '../../src/network/stages.js';
import { kappa } from '../../src/limit/arc-cosine.js';
import { remainder } from '../../src/theory/allowance.js';
import { evidence } from '../../src/theory/claim.js';
import { limitVariance } from '../../theorems/relu-depth/cosine-fluctuates-like-its-delta.js';
import {
  cosineVarianceIsAMomentIntegral,
  leftBySimpson,
  type PairAtAngle,
  varianceIs,
} from '../../theorems/relu-depth/cosine-variance-is-a-moment-integral.js';
import { grid } from '../arbitraries.js';

export default evidence<PairAtAngle>({
  theorem: cosineVarianceIsAMomentIntegral,
  given: fc.record({ angle: grid(0.01, 3.12, 0.01) }),
  cases: 100,
  allowance: remainder(
    (pair) => leftBySimpson(pair) + 1e-12,
    "the remainder of Simpson's rule, and 4000 roundings of terms of at most 4 each",
  ),
  breaks: {
    'the squares': { activate: activate(powerRelu(2)) },
    'norms that do not fluctuate': {
      instead: varianceIs((cosine) => limitVariance(cosine) + 5 * kappa(cosine) * kappa(cosine)),
    },
    'a thousandth more': { instead: varianceIs((cosine) => 1.001 * limitVariance(cosine)) },
  },
});
