import fc from 'fast-check';
import { leaky } from '../../src/network/activations.js';
import { activate, keep, recenter } from '../../src/network/stages.js';
import { roundoff } from '../../src/theory/allowance.js';
import { evidence } from '../../src/theory/claim.js';
import {
  MANY,
  pairAfter,
  rescaledReluSettlesNearOneHalf,
  settlesNear,
} from '../../theorems/contrasts/rescaled-relu-settles-near-one-half.js';
import type { BatchSize } from '../../theorems/recenter-relu/symmetric-state-is-fixed.js';
import { geometric, sizes } from '../arbitraries.js';

export default evidence<BatchSize>({
  theorem: rescaledReluSettlesNearOneHalf,
  given: fc.record({ points: fc.oneof(fc.constant(2), sizes(2, 1024), geometric(200, 1024, 10)) }),
  cases: 16,
  allowance: roundoff(
    ({ points }) => 600 * points,
    'a sum of at most 300 terms in the integral, twice that through Newton, and n times that where n multiplies',
  ),
  regimes: {
    'two points': ({ points }) => points === 2,
    'hundreds of points': ({ points }) => points >= 200,
  },
  breaks: {
    recentering: { recenter },
    'no rescaling': { rescale: keep },
    'a leaky ReLU': { activate: activate(leaky(0.1)) },
    'a limit of one half': { instead: settlesNear(0.5, pairAfter) },
    'a limit one per cent larger': { instead: settlesNear(1.01 * MANY, pairAfter) },
  },
});
