import fc from 'fast-check';
import { rescale } from '../../src/network/stages.js';
import { evidence } from '../../src/theory/claim.js';
import {
  lastingAt,
  symmetryLastsBeyondTheCubeOfTheBatch,
} from '../../theorems/recenter-relu/symmetry-lasts-beyond-the-cube-of-the-batch.js';
import type { BatchSize } from '../../theorems/recenter-relu/symmetric-state-is-fixed.js';
import { whole } from '../arbitraries.js';

const cube = (points: number): number => points * points * points;

export default evidence<BatchSize>({
  theorem: symmetryLastsBeyondTheCubeOfTheBatch,
  given: fc.record({ points: whole(8, 9) }),
  pooled: 190,
  instances: 0,
  draws: 200,
  control: 100,
  regimes: { 'eight points': ({ points }) => points === 8, 'nine points': ({ points }) => points === 9 },
  breaks: {
    rescaling: { rescale },
    'both of n^3/8 neurons': {
      instead: lastingAt(
        (points) => cube(points) / 8,
        (points) => cube(points) / 8,
      ),
    },
    'both of 4 n^3 neurons': {
      instead: lastingAt(
        (points) => 4 * cube(points),
        (points) => 4 * cube(points),
      ),
    },
  },
});
