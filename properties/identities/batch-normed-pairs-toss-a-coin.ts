import fc from 'fast-check';
import { keep } from '../../src/network/stages.js';
import { uniform } from '../../src/network/weights.js';
import { evidence } from '../../src/theory/claim.js';
import {
  batchNormedPairsTossACoin,
  binomial,
  type PointsBeforeALayer,
  tossedBy,
} from '../../theorems/identities/batch-normed-pairs-toss-a-coin.js';
import { grid, whole } from '../arbitraries.js';

export default evidence<PointsBeforeALayer>({
  theorem: batchNormedPairsTossACoin,
  given: fc.record({
    first: fc.array(grid(0.1, 5, 0.1), { minLength: 1, maxLength: 4 }),
    apart: grid(0.5, 5, 0.5),
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
