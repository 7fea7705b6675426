import fc from 'fast-check';
import { leaky } from '../../src/network/activations.js';
import { activate, keep, rescale } from '../../src/network/stages.js';
import { roundoff } from '../../src/theory/allowance.js';
import { evidence } from '../../src/theory/claim.js';
import {
  clusterAngleIsThreePiOverN,
  GAP,
  gapIs,
} from '../../theorems/recenter-relu/cluster-angle-is-three-pi-over-n.js';
import type { BatchSize } from '../../theorems/recenter-relu/symmetric-state-is-fixed.js';
import { sizes } from '../arbitraries.js';

export default evidence<BatchSize>({
  theorem: clusterAngleIsThreePiOverN,
  given: fc.record({ points: sizes(7, 1024) }),
  cases: 60,
  allowance: roundoff(
    ({ points }) => 20 * points,
    'twenty roundings of a layer, which the fixed point amplifies by 1/(1 - rate) = n',
  ),
  regimes: {
    'at most ten points': ({ points }) => points <= 10,
    'hundreds of points': ({ points }) => points >= 200,
  },
  breaks: {
    'no recentering': { recenter: keep },
    rescaling: { rescale },
    'a leaky ReLU': { activate: activate(leaky(0.1)) },
    'a constant one per cent larger': { instead: gapIs(1.01 * GAP, -4) },
    'half the constant': { instead: gapIs(GAP / 2, -4) },
    'a slope of 3/n': { instead: gapIs(GAP, -3) },
    'a slope of 4.5/n': { instead: gapIs(GAP, -4.5) },
  },
});
