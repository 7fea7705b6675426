import fc from 'fast-check';
import { identity, leaky } from '../../src/network/activations.js';
import { activate, keep } from '../../src/network/stages.js';
import { exactly } from '../../src/theory/allowance.js';
import { evidence } from '../../src/theory/claim.js';
import { symmetricRates } from '../../theorems/contrasts/batch-norm-is-stable-at-symmetry.js';
import type { TightCluster } from '../../theorems/contrasts/rescaling-repels-a-tight-cluster.js';
import {
  returningAt,
  tornClusterReturnsAtTheSymmetricRate,
} from '../../theorems/contrasts/torn-cluster-returns-at-the-symmetric-rate.js';
import { whole } from '../arbitraries.js';

export default evidence<TightCluster>({
  theorem: tornClusterReturnsAtTheSymmetricRate,
  given: fc.record({ points: fc.oneof(fc.constant(3), whole(3, 12), whole(12, 32)), digits: whole(0, 12) }),
  cases: 24,
  allowance: exactly(
    'the quotient is off by u/1e-5, 1e-11; what is left of the second order is three times the deviation',
  ),
  regimes: {
    'three points': ({ points }) => points === 3,
    'twenty points or more': ({ points }) => points >= 20,
    'all but one point': ({ digits }) => digits >= 9,
  },
  breaks: {
    'no rescaling': { rescale: keep },
    'no recentering': { recenter: keep },
    'no activation': { activate: activate(identity) },
    'a leaky ReLU': { activate: activate(leaky(0.1)) },
    'the balanced rate': { instead: returningAt((points) => symmetricRates(Math.max(4, points)).balanced) },
    'the rate of one point more': { instead: returningAt((points) => symmetricRates(points + 1).favouring) },
  },
});
