import fc from 'fast-check';
import { keep, rescale } from '../../src/network/stages.js';
import { roundoff } from '../../src/theory/allowance.js';
import { evidence } from '../../src/theory/claim.js';
import type { LeakyBatch } from '../../theorems/recenter-relu/leaky-family-shares-centred-states.js';
import {
  leakyCross,
  leakyOddPointMeetsAtAFixedAngle,
  meetsAt,
} from '../../theorems/recenter-relu/leaky-odd-point-meets-at-a-fixed-angle.js';
import { grid, sizes } from '../arbitraries.js';

export default evidence<LeakyBatch>({
  theorem: leakyOddPointMeetsAtAFixedAngle,
  given: fc.record({ points: sizes(7, 256), slope: fc.oneof(grid(-0.5, 0.8, 0.05), grid(0.65, 0.8, 0.05)) }),
  cases: 30,
  allowance: roundoff(
    ({ points, slope }) => 40 + (20 * 22) / (points * (1 - slope) * (1 - slope)),
    'forty roundings of a layer; twenty of the fixed point, times n/(1 - a)^2 for its condition, of the 22/n^2 that the cosine is away from its limit',
  ),
  regimes: {
    'at most ten points': ({ points }) => points <= 10,
    'a negative slope': ({ slope }) => slope < 0,
    'nearly linear': ({ slope }) => slope > 0.6,
  },
  breaks: {
    'no recentering': { recenter: keep },
    rescaling: { rescale },
    'the limit for the value': { instead: meetsAt((slope) => (-2 * slope) / (1 + slope * slope)) },
    'the kernel left out': { instead: meetsAt((slope, _, cosine) => (-2 * slope * cosine) / (1 + slope * slope)) },
    'a slope one per cent off': {
      instead: meetsAt((slope, cross, cosine) => leakyCross(1.01 * slope + 0.001, cross, cosine)),
    },
  },
});
