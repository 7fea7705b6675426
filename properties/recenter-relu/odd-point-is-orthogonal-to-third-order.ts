import fc from 'fast-check';
import { leaky } from '../../src/network/activations.js';
import { activate, keep, rescale } from '../../src/network/stages.js';
import { roundoff } from '../../src/theory/allowance.js';
import { evidence } from '../../src/theory/claim.js';
import {
  CROSS,
  crossIs,
  oddPointIsOrthogonalToThirdOrder,
} from '../../theorems/recenter-relu/odd-point-is-orthogonal-to-third-order.js';
import type { BatchSize } from '../../theorems/recenter-relu/symmetric-state-is-fixed.js';
import { sizes } from '../arbitraries.js';

export default evidence<BatchSize>({
  theorem: oddPointIsOrthogonalToThirdOrder,
  given: fc.record({ points: sizes(7, 1024) }),
  cases: 60,
  allowance: roundoff(
    ({ points }) => 20 * points + points * points,
    'twenty n roundings of the fixed point, and ten of the recentred cosine beside its distance 22/n^2 from -1, to the power 3/2',
  ),
  regimes: {
    'at most ten points': ({ points }) => points <= 10,
    'hundreds of points': ({ points }) => points >= 200,
  },
  breaks: {
    'no recentering': { recenter: keep },
    rescaling: { rescale },
    'a leaky ReLU': { activate: activate(leaky(0.1)) },
    'a constant one per cent larger': { instead: crossIs(1.01 * CROSS, -4.5) },
    'the constant of the gap': { instead: crossIs(CROSS * Math.SQRT2, -4.5) },
    'a slope of 4/n': { instead: crossIs(CROSS, -4) },
  },
});
