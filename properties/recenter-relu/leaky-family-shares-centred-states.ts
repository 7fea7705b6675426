import fc from 'fast-check';
import { keep, rescale } from '../../src/network/stages.js';
import { roundoff } from '../../src/theory/allowance.js';
import { evidence } from '../../src/theory/claim.js';
import {
  type LeakyBatch,
  leakyFamilySharesCentredStates,
  leakyRate,
  withLeakyRate,
} from '../../theorems/recenter-relu/leaky-family-shares-centred-states.js';
import { grid, sizes } from '../arbitraries.js';

export default evidence<LeakyBatch>({
  theorem: leakyFamilySharesCentredStates,
  given: fc.record({ points: sizes(7, 256), slope: grid(-0.5, 0.9, 0.05) }),
  cases: 200,
  allowance: roundoff(
    ({ points, slope }) => (1000 * points) / (1 - slope),
    'twenty n roundings in a fixed point, amplified by at most 1/(1 - rate) near n, with rates that the slope pushes to 1',
  ),
  regimes: {
    'seven points': ({ points }) => points === 7,
    'a negative slope': ({ slope }) => slope < 0,
    'nearly linear': ({ slope }) => slope > 0.8,
  },
  breaks: {
    'no recentering': { recenter: keep },
    rescaling: { rescale },
    'a slope one per cent off': { instead: withLeakyRate((l, slope, mu) => leakyRate(l, 1.01 * slope + 0.001, mu)) },
    'rates without the multiplier': { instead: withLeakyRate((l, slope) => (1 - slope) * l + slope) },
  },
});
