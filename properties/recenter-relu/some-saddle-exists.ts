import fc from 'fast-check';
import { identity } from '../../src/network/activations.js';
import { activate, keep } from '../../src/network/stages.js';
import { exactly } from '../../src/theory/allowance.js';
import { evidence } from '../../src/theory/claim.js';
import { someSaddleExists, type StateOfSeveral } from '../../theorems/recenter-relu/some-saddle-exists.js';
import { grid, whole } from '../arbitraries.js';

export default evidence<StateOfSeveral>({
  theorem: someSaddleExists,
  given: fc.record({
    points: whole(4, 40),
    odd: whole(2, 6),
    normRatio: grid(0.5, 12, 0.1),
    clusterCosine: grid(-0.2, 0.95, 0.05),
    crossCosine: grid(-0.5, 0.5, 0.05),
    oddCosine: grid(-0.2, 0.95, 0.05),
  }),
  evaluations: 400,
  allowance: exactly('a residual with its own bound, a count, and an inequality far from rounding'),
  breaks: {
    'no activation': {
      change: { activate: activate(identity) },
      because: 'a wide linear layer leaves every recentred Gram matrix as it is: nothing grows',
    },
    'no recentering': {
      change: { recenter: keep },
      because:
        'a ReLU layer raises every cosine below 1, so in what it leaves all cosines are 1, and nothing grows: contrasts/relu-alone-collapses',
    },
  },
});
