import fc from 'fast-check';
import { leaky } from '../../src/network/activations.js';
import { activate, keep, rescale } from '../../src/network/stages.js';
import { exactly } from '../../src/theory/allowance.js';
import { evidence } from '../../src/theory/claim.js';
import type { BatchSize } from '../../theorems/recenter-relu/symmetric-state-is-fixed.js';
import {
  SHALLOWNESS,
  tippingLeadIsPiMinusTwoOverN,
  tipsAt,
} from '../../theorems/recenter-relu/tipping-lead-is-pi-minus-two-over-n.js';
import { geometric, sizes } from '../arbitraries.js';

export default evidence<BatchSize>({
  theorem: tippingLeadIsPiMinusTwoOverN,
  given: fc.record({ points: fc.oneof(sizes(7, 1024), geometric(200, 1024, 20)) }),
  cases: 60,
  allowance: exactly(
    'the closest call, 0.035 of n^-2 at a thousand points, is 3e-8, where rounding of the divide is n^2 u / A, 4e-10',
  ),
  regimes: {
    'seven points': ({ points }) => points === 7,
    'hundreds of points': ({ points }) => points >= 200,
  },
  breaks: {
    'no recentering': { recenter: keep },
    rescaling: { rescale },
    'a leaky ReLU': { activate: activate(leaky(0.1)) },
    'two per cent more': { instead: tipsAt(1.02 * (Math.PI - 2), SHALLOWNESS) },
    'twice the rate': { instead: tipsAt(Math.PI - 2, 2 * SHALLOWNESS) },
  },
});
