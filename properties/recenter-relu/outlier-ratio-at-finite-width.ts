import fc from 'fast-check';
import { leaky } from '../../src/network/activations.js';
import { activate, keep, rescale } from '../../src/network/stages.js';
import { evidence } from '../../src/theory/claim.js';
import {
  type OneOutlier,
  outlierRatioAtFiniteWidth,
  sharing,
} from '../../theorems/recenter-relu/outlier-ratio-at-finite-width.js';
import { whole } from '../arbitraries.js';

export default evidence<OneOutlier>({
  theorem: outlierRatioAtFiniteWidth,
  given: fc.record({
    cluster: whole(1, 3),
    at: fc.array(whole(1, 9), { minLength: 1, maxLength: 3 }),
    width: whole(2, 8),
  }),
  instances: 5,
  draws: 600,
  control: 1500,
  regimes: { 'two points': ({ cluster }) => cluster === 1, 'at most five neurons': ({ width }) => width <= 5 },
  breaks: {
    'no recentering': { recenter: keep },
    rescaling: { rescale },
    'a leaky ReLU': { activate: activate(leaky(0.7)) },
    'n + 1 for n - 1': { instead: sharing((cluster) => cluster + 2) },
  },
});
