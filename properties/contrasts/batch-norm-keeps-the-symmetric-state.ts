import fc from 'fast-check';
import { kappa } from '../../src/limit/arc-cosine.js';
import { leaky } from '../../src/network/activations.js';
import { activate, keep } from '../../src/network/stages.js';
import { roundoff } from '../../src/theory/allowance.js';
import { evidence } from '../../src/theory/claim.js';
import {
  batchNormKeepsTheSymmetricState,
  keepsCosine,
} from '../../theorems/contrasts/batch-norm-keeps-the-symmetric-state.js';
import type { BatchSize } from '../../theorems/recenter-relu/symmetric-state-is-fixed.js';
import { sizes } from '../arbitraries.js';

export default evidence<BatchSize>({
  theorem: batchNormKeepsTheSymmetricState,
  given: fc.record({ points: sizes(3, 4096) }),
  cases: 60,
  allowance: roundoff(
    () => 300,
    'a sum of at most 300 terms in the integral over the length of a row, all of one sign',
  ),
  regimes: {
    'three points': ({ points }) => points === 3,
    'hundreds of points': ({ points }) => points >= 200,
  },
  breaks: {
    'no recentering': { recenter: keep },
    'no rescaling': { rescale: keep },
    'a leaky ReLU': { activate: activate(leaky(0.1)) },
    'n for n - 1': { instead: keepsCosine((points) => kappa(-1 / points)) },
    'the limit 1/pi': { instead: keepsCosine(() => 1 / Math.PI) },
  },
});
