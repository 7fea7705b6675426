import fc from 'fast-check';
import { leaky } from '../../src/network/activations.js';
import { activate, keep, rescale } from '../../src/network/stages.js';
import { roundoff } from '../../src/theory/allowance.js';
import { evidence } from '../../src/theory/claim.js';
import type { BatchSize } from '../../theorems/recenter-relu/symmetric-state-is-fixed.js';
import {
  balancedRate,
  favouringRate,
  symmetricStateIsStable,
  withRates,
} from '../../theorems/recenter-relu/symmetric-state-is-stable.js';
import { sizes } from '../arbitraries.js';

export default evidence<BatchSize>({
  theorem: symmetricStateIsStable,
  given: fc.record({ points: sizes(3, 4096) }),
  cases: 300,
  allowance: roundoff(
    ({ points }) => 64 + points,
    'sixty roundings of kernel, centring and quotient, and one for each point in the sums over a row that cancel in P',
  ),
  regimes: {
    'three points': ({ points }) => points === 3,
    'thousands of points': ({ points }) => points >= 1000,
  },
  breaks: {
    'no recentering': { recenter: keep },
    rescaling: { rescale },
    'a leaky ReLU': { activate: activate(leaky(0.1)) },
    'n for n - 1 in the slow rate': {
      instead: withRates((points) => 1 - (1 - balancedRate(points)) / points, balancedRate),
    },
    'n - 1 for n in the fast rate': {
      instead: withRates(favouringRate, (points) => (balancedRate(points) * (points - 1)) / points),
    },
  },
});
