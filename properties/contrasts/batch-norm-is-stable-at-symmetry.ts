import fc from 'fast-check';
import { keep } from '../../src/network/stages.js';
import { roundoff } from '../../src/theory/allowance.js';
import { evidence } from '../../src/theory/claim.js';
import {
  batchNormIsStableAtSymmetry,
  stableWith,
  symmetricRates,
} from '../../theorems/contrasts/batch-norm-is-stable-at-symmetry.js';
import { type BatchSize, symmetricCosine } from '../../theorems/recenter-relu/symmetric-state-is-fixed.js';
import { geometric, sizes } from '../arbitraries.js';

// Recentering and ReLU cannot be swapped here: without them the symmetric state is another one.
export default evidence<BatchSize>({
  theorem: batchNormIsStableAtSymmetry,
  given: fc.record({ points: fc.oneof(fc.constant(3), sizes(3, 4096), geometric(200, 4096, 20)) }),
  cases: 16,
  allowance: roundoff(
    ({ points }, clause) => (clause === 'slowest rate' ? 600 * points : 600),
    'a sum of at most 300 terms in the integral, and as many in its derivative; n times that in n (1 - rate)',
  ),
  regimes: {
    'three points': ({ points }) => points === 3,
    'hundreds of points': ({ points }) => points >= 200,
  },
  breaks: {
    'no rescaling': { rescale: keep },
    'the prefactor 1/(q* c*)': { instead: stableWith((points) => symmetricRates(points, symmetricCosine(points))) },
    'n + 1 for n': { instead: stableWith((points) => symmetricRates(points + 1)) },
    'the rates without rescaling': {
      instead: stableWith((points) => {
        const { favouring, balanced } = symmetricRates(points);
        const factor = (points + 1) / (points - 1);
        return { favouring: favouring * factor, balanced: balanced * factor };
      }),
    },
  },
});
