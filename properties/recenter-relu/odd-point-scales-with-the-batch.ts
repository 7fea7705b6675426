import fc from 'fast-check';
import { leaky } from '../../src/network/activations.js';
import { activate, keep, rescale } from '../../src/network/stages.js';
import { roundoff } from '../../src/theory/allowance.js';
import { evidence } from '../../src/theory/claim.js';
import {
  doublingDividesBy,
  oddPointScalesWithTheBatch,
} from '../../theorems/recenter-relu/odd-point-scales-with-the-batch.js';
import type { BatchSize } from '../../theorems/recenter-relu/symmetric-state-is-fixed.js';
import { sizes } from '../arbitraries.js';

export default evidence<BatchSize>({
  theorem: oddPointScalesWithTheBatch,
  given: fc.record({ points: sizes(7, 512) }),
  cases: 40,
  allowance: roundoff(
    ({ points }) => 100 * points * points * points,
    'n times the errors of the quantities: the cosine at twice the batch is off by 4 n^2 units and a few hundred n',
  ),
  regimes: {
    'at most ten points': ({ points }) => points <= 10,
    'hundreds of points': ({ points }) => points >= 200,
  },
  breaks: {
    'no recentering': { recenter: keep },
    rescaling: { rescale },
    'a leaky ReLU': { activate: activate(leaky(0.1)) },
    'a gap like 1/n': { instead: doublingDividesBy({ gap: 2, cross: 8, ratio: 0.5, rate: 2 }) },
    'a cosine like n^-2': { instead: doublingDividesBy({ gap: 4, cross: 4, ratio: 0.5, rate: 2 }) },
    'a norm like n^1.01': { instead: doublingDividesBy({ gap: 4, cross: 8, ratio: 0.4965, rate: 2 }) },
    'a rate that does not slow': { instead: doublingDividesBy({ gap: 4, cross: 8, ratio: 0.5, rate: 1 }) },
  },
});
