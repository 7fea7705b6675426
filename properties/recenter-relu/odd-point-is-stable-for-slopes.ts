import fc from 'fast-check';
import { identity } from '../../src/network/activations.js';
import { activate, keep, rescale } from '../../src/network/stages.js';
import { exactly } from '../../src/theory/allowance.js';
import { evidence } from '../../src/theory/claim.js';
import type { LeakyBatch } from '../../theorems/recenter-relu/leaky-family-shares-centred-states.js';
import {
  oddPointIsStableForSlopes,
  stableFromSlope,
} from '../../theorems/recenter-relu/odd-point-is-stable-for-slopes.js';
import { grid, whole } from '../arbitraries.js';

export default evidence<LeakyBatch>({
  theorem: oddPointIsStableForSlopes,
  given: fc.record({
    points: fc.oneof(whole(7, 16), whole(3, 6), whole(7, 64)),
    slope: fc.oneof(grid(-1, 0.9, 0.05), grid(-1, -0.9, 0.01)),
  }),
  cases: 60,
  allowance: exactly('rates are off by 1e-12, and the closest call is 1e-4 at the steepest slope'),
  regimes: {
    'fewer than seven points': ({ points }) => points < 7,
    'a positive slope': ({ points, slope }) => points >= 7 && slope > 0,
    'nearly the absolute value': ({ points, slope }) => points >= 7 && slope <= -0.9,
  },
  breaks: {
    'no recentering': { recenter: keep },
    rescaling: { rescale },
    'no activation': { activate: activate(identity) },
    'stable for every slope': { instead: stableFromSlope(-1, -2) },
    'a saddle for every negative slope': { instead: stableFromSlope(2, 0) },
  },
});
