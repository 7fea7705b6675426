import fc from 'fast-check';
import { relu } from '../../src/network/activations.js';
import { activate, keep } from '../../src/network/stages.js';
import { evidence } from '../../src/theory/claim.js';
import {
  type BatchInWidth,
  exceedingBy,
  meanCosineIsAboveTheSimplex,
} from '../../theorems/rescale-linear/mean-cosine-is-above-the-simplex.js';
import { whole } from '../arbitraries.js';

export default evidence<BatchInWidth>({
  theorem: meanCosineIsAboveTheSimplex,
  given: fc.record({ points: whole(3, 8), width: whole(32, 128) }),
  pooled: 220,
  instances: 0,
  draws: 220,
  control: 80,
  regimes: { 'three points': ({ points }) => points === 3, 'eight points': ({ points }) => points === 8 },
  breaks: {
    'no recentering': { recenter: keep },
    'no rescaling': { rescale: keep },
    'a ReLU': { activate: activate(relu) },
    'n/(8d)': { instead: exceedingBy(({ points, width }) => points / (8 * width)) },
    'half of it': {
      instead: exceedingBy(({ points: n, width }) => ((n + 1) * (n - 2)) / (16 * width * (n - 1) * (n - 1))),
    },
  },
});
