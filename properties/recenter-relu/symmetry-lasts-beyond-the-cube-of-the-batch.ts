import fc from 'fast-check';
import { keep, rescale } from '../../src/network/stages.js';
import { evidence } from '../../src/theory/claim.js';
import {
  lastingAt,
  symmetryLastsBeyondTheCubeOfTheBatch,
} from '../../theorems/recenter-relu/symmetry-lasts-beyond-the-cube-of-the-batch.js';
import type { BatchSize } from '../../theorems/recenter-relu/symmetric-state-is-fixed.js';
import { whole } from '../arbitraries.js';

const cube = (points: number): number => points * points * points;
const wideWidth = (points: number): number => 4 * cube(points);
const narrowWidth = (points: number): number => cube(points) / 8;

export default evidence<BatchSize>({
  theorem: symmetryLastsBeyondTheCubeOfTheBatch,
  given: fc.record({ points: whole(8, 9) }),
  pooled: 190,
  instances: 0,
  draws: 200,
  control: 300,
  regimes: { 'eight points': ({ points }) => points === 8, 'nine points': ({ points }) => points === 9 },
  breaks: {
    'no recentering': { recenter: keep },
    rescaling: { rescale },
    'five layers': { instead: lastingAt(wideWidth, narrowWidth, 5) },
    'both of n^3/8 neurons': { instead: lastingAt(narrowWidth, narrowWidth) },
    'both of 4 n^3 neurons': { instead: lastingAt(wideWidth, wideWidth) },
  },
});
