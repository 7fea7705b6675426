import fc from 'fast-check';
import { leaky } from '../../src/network/activations.js';
import { activate, keep, recenter } from '../../src/network/stages.js';
import { exactly } from '../../src/theory/allowance.js';
import { evidence } from '../../src/theory/claim.js';
import { RATES, rescaledReluHasFourRates, tendingTo } from '../../theorems/contrasts/rescaled-relu-has-four-rates.js';
import type { BatchSize } from '../../theorems/recenter-relu/symmetric-state-is-fixed.js';
import { geometric, sizes } from '../arbitraries.js';

export default evidence<BatchSize>({
  theorem: rescaledReluHasFourRates,
  given: fc.record({ points: fc.oneof(sizes(5, 1024), geometric(200, 1024, 10)) }),
  cases: 16,
  allowance: exactly('the bands have their own room, a thousandth of 1/n at least, where rounding is 1e-12'),
  regimes: {
    'at most seven points': ({ points }) => points <= 7,
    'hundreds of points': ({ points }) => points >= 200,
  },
  breaks: {
    recentering: { recenter },
    'no rescaling': { rescale: keep },
    'a leaky ReLU': { activate: activate(leaky(0.1)) },
    'the second rate a per cent higher': { instead: tendingTo({ ...RATES, favouring: 1.01 * RATES.favouring }) },
    'the balanced rate of batch normalisation': { instead: tendingTo({ ...RATES, balanced: 0.7334711 }) },
  },
});
