import fc from 'fast-check';
import { leaky } from '../../src/network/activations.js';
import { activate, keep, rescale } from '../../src/network/stages.js';
import { roundoff } from '../../src/theory/allowance.js';
import { evidence } from '../../src/theory/claim.js';
import { GAP } from '../../theorems/recenter-relu/cluster-angle-is-three-pi-over-n.js';
import {
  oddPointIsNearlyNMinusOneTimesLonger,
  ratioIs,
} from '../../theorems/recenter-relu/odd-point-is-nearly-n-minus-one-times-longer.js';
import type { BatchSize } from '../../theorems/recenter-relu/symmetric-state-is-fixed.js';
import { sizes } from '../arbitraries.js';

export default evidence<BatchSize>({
  theorem: oddPointIsNearlyNMinusOneTimesLonger,
  given: fc.record({ points: sizes(7, 1024) }),
  cases: 60,
  allowance: roundoff(
    ({ points }) => 20 * points + points * points,
    'twenty n roundings of the fixed point, and twenty of r beside its distance 22/n from n - 1',
  ),
  regimes: {
    'at most ten points': ({ points }) => points <= 10,
    'hundreds of points': ({ points }) => points >= 200,
  },
  survives: { 'a leaky ReLU': { activate: activate(leaky(0.1)) } },
  breaks: {
    'no recentering': { recenter: keep },
    rescaling: { rescale },
    'a deficit one per cent larger': { instead: ratioIs((1.01 * GAP) / 2, -4) },
    'twice the deficit': { instead: ratioIs(GAP, -4) },
    'a slope of 3/n': { instead: ratioIs(GAP / 2, -3) },
  },
});
