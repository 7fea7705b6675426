import fc from 'fast-check';
import { leaky } from '../../src/network/activations.js';
import { activate, keep, rescale } from '../../src/network/stages.js';
import { exactly } from '../../src/theory/allowance.js';
import { evidence } from '../../src/theory/claim.js';
import { existsFrom, oddPointExistsFromSeven } from '../../theorems/recenter-relu/odd-point-exists-from-seven.js';
import type { BatchSize } from '../../theorems/recenter-relu/symmetric-state-is-fixed.js';
import { sizes } from '../arbitraries.js';

export default evidence<BatchSize>({
  theorem: oddPointExistsFromSeven,
  given: fc.record({ points: sizes(3, 1024) }),
  cases: 300,
  allowance: exactly('every clause is an inequality that the fixed points satisfy by much more than rounding'),
  regimes: {
    'fewer than seven points': ({ points }) => points < 7,
    'exactly seven points': ({ points }) => points === 7,
    'hundreds of points': ({ points }) => points >= 200,
  },
  breaks: {
    'no recentering': { recenter: keep },
    rescaling: { rescale },
    'a leaky ReLU': { activate: activate(leaky(0.1)) },
    'from six points on': { instead: existsFrom(6) },
    'from eight points on': { instead: existsFrom(8) },
  },
});
