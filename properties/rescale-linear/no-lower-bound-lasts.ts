import fc from 'fast-check';
import { evidence } from '../../src/theory/claim.js';
import {
  fallingBelow,
  noLowerBoundLasts,
  type PairInWidth,
} from '../../theorems/rescale-linear/no-lower-bound-lasts.js';
import { whole } from '../arbitraries.js';

export default evidence<PairInWidth>({
  theorem: noLowerBoundLasts,
  given: fc.record({ width: whole(3, 4) }),
  pooled: 295,
  instances: 0,
  draws: 295,
  control: 60,
  regimes: { 'three neurons': ({ width }) => width === 3, 'four neurons': ({ width }) => width === 4 },
  breaks: {
    'within three layers': { instead: fallingBelow(3, 1 / 10) },
    'in layers of width 64': {
      instead: { event: (_, layer, key) => noLowerBoundLasts.event({ width: 64 }, layer, key) },
    },
  },
});
