import fc from 'fast-check';
import { identity, leaky } from '../../src/network/activations.js';
import { activate, keep, rescale } from '../../src/network/stages.js';
import { exactly } from '../../src/theory/allowance.js';
import { evidence } from '../../src/theory/claim.js';
import { farWithin, oddPointIsFarAndOrthogonal } from '../../theorems/paper/odd-point-is-far-and-orthogonal.js';
import type { BatchSize } from '../../theorems/recenter-relu/symmetric-state-is-fixed.js';
import { sizes } from '../arbitraries.js';

export default evidence<BatchSize>({
  theorem: oddPointIsFarAndOrthogonal,
  given: fc.record({ points: sizes(7, 512) }),
  cases: 40,
  allowance: exactly('the state is inside both bounds by four units in n^2, far beyond rounding'),
  regimes: {
    'at most ten points': ({ points }) => points <= 10,
    'a hundred points': ({ points }) => points >= 100,
  },
  breaks: {
    'no recentering': { recenter: keep },
    'no activation': { activate: activate(identity) },
    rescaling: { rescale },
    'a leaky ReLU': { activate: activate(leaky(0.01)) },
    'as long as n - 1': {
      instead: farWithin(
        (points) => 31.5 / (points * points * points),
        (points) => points - 1,
      ),
    },
    'orthogonal to the fourth order': {
      instead: farWithin(
        (points) => 31.5 / (points * points * points * points),
        (points) => points - 1 - 22.3 / points,
      ),
    },
  },
});
