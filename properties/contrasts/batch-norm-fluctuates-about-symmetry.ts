import fc from 'fast-check';
import { identity } from '../../src/network/activations.js';
import { activate, keep } from '../../src/network/stages.js';
import { evidence } from '../../src/theory/claim.js';
import {
  batchNormFluctuatesAboutSymmetry,
  fluctuatingBetween,
} from '../../theorems/contrasts/batch-norm-fluctuates-about-symmetry.js';
import type { BatchSize } from '../../theorems/recenter-relu/symmetric-state-is-fixed.js';
import { whole } from '../arbitraries.js';

export default evidence<BatchSize>({
  theorem: batchNormFluctuatesAboutSymmetry,
  given: fc.record({ points: whole(3, 12) }),
  pooled: 220,
  instances: 0,
  draws: 220,
  control: 200,
  regimes: { 'three points': ({ points }) => points === 3, 'ten points or more': ({ points }) => points >= 10 },
  breaks: {
    'no rescaling': { rescale: keep },
    'no recentering': { recenter: keep },
    'no activation': { activate: activate(identity) },
    'two neurons a point': { instead: fluctuatingBetween(0.5, 1.3, 2) },
    'a third of the variance': { instead: fluctuatingBetween(0.17, 0.43) },
    'three times the variance': { instead: fluctuatingBetween(1.5, 3.9) },
  },
});
