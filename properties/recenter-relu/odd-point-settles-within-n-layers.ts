import fc from 'fast-check';
import { leaky } from '../../src/network/activations.js';
import { activate, keep, rescale } from '../../src/network/stages.js';
import { roundoff } from '../../src/theory/allowance.js';
import { evidence } from '../../src/theory/claim.js';
import {
  clusterRate,
  oddPointSettlesWithinNLayers,
  settlesAt,
} from '../../theorems/recenter-relu/odd-point-settles-within-n-layers.js';
import type { BatchSize } from '../../theorems/recenter-relu/symmetric-state-is-fixed.js';
import { sizes } from '../arbitraries.js';

export default evidence<BatchSize>({
  theorem: oddPointSettlesWithinNLayers,
  given: fc.record({ points: sizes(7, 1024) }),
  cases: 60,
  allowance: roundoff(
    ({ points }) => 40 * points + points * points,
    'forty n roundings of fixed point and spectrum, and ten of r/(n-1) beside its distance 11/n^2 from 1',
  ),
  regimes: {
    'at most ten points': ({ points }) => points <= 10,
    'hundreds of points': ({ points }) => points >= 200,
  },
  breaks: {
    'no recentering': { recenter: keep },
    rescaling: { rescale },
    'a leaky ReLU': { activate: activate(leaky(0.1)) },
    'a rate of 1 - 1.1/n': { instead: settlesAt(1.1, clusterRate) },
    'a rate of 1 - 2/n': { instead: settlesAt(2, clusterRate) },
    'n for n - 1 in the cluster': {
      instead: settlesAt(1, (points, ratio, gap) => clusterRate(points + 1, ratio, gap)),
    },
    'the gap before recentering': {
      instead: settlesAt(1, (points, ratio, gap) => clusterRate(points, ratio, gap) * (1 - 2 / points)),
    },
  },
});
