import fc from 'fast-check';
import { kappa } from '../../src/limit/arc-cosine.js';
import { leaky } from '../../src/network/activations.js';
import { activate, keep, rescale } from '../../src/network/stages.js';
import { roundoff } from '../../src/theory/allowance.js';
import { evidence } from '../../src/theory/claim.js';
import {
  type BatchSize,
  symmetricStateIsFixed,
  withCosine,
} from '../../theorems/recenter-relu/symmetric-state-is-fixed.js';
import { sizes } from '../arbitraries.js';

export default evidence<BatchSize>({
  theorem: symmetricStateIsFixed,
  given: fc.record({ points: sizes(2, 4096) }),
  cases: 300,
  allowance: roundoff(
    () => 16,
    'the centred cosine is off by four units, since centring leaves own as it is; kappa has slope at most 1 and twelve roundings',
  ),
  regimes: {
    'two points': ({ points }) => points === 2,
    'three points': ({ points }) => points === 3,
    'thousands of points': ({ points }) => points >= 1000,
  },
  survives: { rescaling: { rescale } },
  breaks: {
    'no recentering': { recenter: keep },
    'a leaky ReLU': { activate: activate(leaky(0.1)) },
    'n for n - 1': { instead: withCosine((points) => kappa(-1 / points)) },
    'the limit 1/pi': { instead: withCosine(() => 1 / Math.PI) },
  },
});
