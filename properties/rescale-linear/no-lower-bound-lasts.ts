import fc from 'fast-check';
import { evidence } from '../../src/theory/claim.js';
import {
  fallingBelow,
  noLowerBoundLasts,
  type PairInWidth,
} from '../../theorems/rescale-linear/no-lower-bound-lasts.js';
import { whole } from '../arbitraries.js';
import { beyond } from '../beyond.js';

export default evidence<PairInWidth>({
  theorem: noLowerBoundLasts,
  given: fc.record({ width: whole(2, 4) }),
  pooled: 295,
  instances: 0,
  draws: 295,
  control: 100,
  regimes: {
    'two neurons': ({ width }) => width === 2,
    'three neurons': ({ width }) => width === 3,
    'four neurons': ({ width }) => width === 4,
  },
  breaks: {
    'within three layers': { instead: fallingBelow(3, 1 / 10) },
    'in layers of width 8': beyond(noLowerBoundLasts, () => ({ width: 8 })),
    'in layers of width 64': beyond(noLowerBoundLasts, () => ({ width: 64 })),
  },
});
