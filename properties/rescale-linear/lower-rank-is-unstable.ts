import fc from 'fast-check';
import { keep } from '../../src/network/stages.js';
import { roundoff } from '../../src/theory/allowance.js';
import { evidence } from '../../src/theory/claim.js';
import {
  growing,
  growthOf,
  lowerRankIsUnstable,
  type NewDirection,
} from '../../theorems/rescale-linear/lower-rank-is-unstable.js';
import { geometric, sizes, whole } from '../arbitraries.js';
import { quadratureOf } from '../linear-instances.js';

export default evidence<NewDirection>({
  theorem: lowerRankIsUnstable,
  given: fc.record({ rank: fc.oneof(whole(1, 6), sizes(1, 200)), parts: geometric(500, 1e9, 120) }),
  cases: 200,
  allowance: roundoff(
    ({ parts }) => quadratureOf(1 / parts) + 100,
    'the eigenvalue, larger after the layer than before, is off by the quadrature, relative to itself, and the bounds by fewer than a hundred roundings',
  ),
  regimes: {
    'rank one': ({ rank }) => rank === 1,
    'rank two': ({ rank }) => rank === 2,
    'rank three': ({ rank }) => rank === 3,
    'rank four': ({ rank }) => rank === 4,
    'a tiny new direction': ({ parts }) => parts > 1e8,
    'a large new direction': ({ parts }) => parts < 5000,
  },
  breaks: {
    'no rescaling': { rescale: keep },
    'k/(k-1)': {
      instead: growing((direction) => {
        const { least, most } = growthOf(direction);
        const factor = direction.rank < 3 ? 1 : (direction.rank - 2) / (direction.rank - 1);
        return { least: factor * least, most: factor * most };
      }),
    },
    'the limit itself': {
      instead: growing(({ rank, parts }) => {
        const limit = rank / (rank - 2);
        return rank < 4 ? growthOf({ rank, parts }) : { least: limit, most: limit };
      }),
    },
    'one per cent more for two directions': {
      instead: growing((direction) => {
        const { least, most } = growthOf(direction);
        return direction.rank === 2 ? { least: 1.01 * least, most: 1.01 * most } : { least, most };
      }),
    },
  },
});
