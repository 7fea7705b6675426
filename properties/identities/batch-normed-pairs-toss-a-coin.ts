import fc from 'fast-check';
import { keep } from '../../src/network/stages.js';
import { uniform } from '../../src/network/weights.js';
import { evidence } from '../../src/theory/claim.js';
import {
  batchNormedPairsTossACoin,
  binomial,
  type PairBeforeALayer,
  tossedBy,
} from '../../theorems/identities/batch-normed-pairs-toss-a-coin.js';
import { grid, whole } from '../arbitraries.js';

export default evidence<PairBeforeALayer>({
  theorem: batchNormedPairsTossACoin,
  given: fc.record({
    places: fc.array(fc.record({ at: grid(0.1, 5, 0.1), step: fc.constantFrom(-3, -1, 0.5, 1, 3, 10) }), {
      minLength: 2,
      maxLength: 5,
    }),
    width: whole(1, 8),
  }),
  instances: 5,
  draws: 1000,
  control: 600,
  survives: {
    'no rescaling': { rescale: keep },
    'uniform weights': { instead: tossedBy(uniform) },
  },
  breaks: {
    'no recentering': { recenter: keep },
    'a third point': {
      instead: {
        sample: (points, layer, key) => batchNormedPairsTossACoin.sample({ ...points, third: -20 }, layer, key),
      },
    },
    'a coin of 0.4': { instead: { law: { of: 'categories', probabilities: ({ width }) => binomial(width, 0.4) } } },
  },
});
