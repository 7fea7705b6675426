import fc from 'fast-check';
import { identity } from '../../src/network/activations.js';
import { activate, keep, rescale } from '../../src/network/stages.js';
import { exactly } from '../../src/theory/allowance.js';
import { evidence } from '../../src/theory/claim.js';
import { severalOddPointsAreSaddles, unstableIn } from '../../theorems/recenter-relu/several-odd-points-are-saddles.js';
import { pointsWith, type SeveralOddPoints } from '../../theorems/several-odd-points.js';
import { geometric, whole } from '../arbitraries.js';

export default evidence<SeveralOddPoints>({
  theorem: severalOddPointsAreSaddles,
  given: fc.record({
    odd: fc.oneof(fc.constant(2), whole(2, 8), whole(5, 8)),
    beyond: fc.oneof(whole(0, 1), whole(0, 9), geometric(100, 500, 40)),
  }),
  cases: 24,
  allowance: exactly('counts, and inequalities that the spectra satisfy by much more than rounding'),
  regimes: {
    'two odd points': ({ odd }) => odd === 2,
    'five or more': ({ odd }) => odd >= 5,
    'as few points as can be': ({ beyond }) => beyond <= 1,
    'hundreds of points': (batch) => pointsWith(batch) >= 100,
  },
  breaks: {
    'no recentering': { recenter: keep },
    'no activation': { activate: activate(identity) },
    rescaling: { rescale },
    'they are stable': { instead: unstableIn(() => 0) },
    'k unstable directions': { instead: unstableIn(({ odd }) => odd) },
    'one unstable direction': { instead: unstableIn(() => 1) },
  },
});
