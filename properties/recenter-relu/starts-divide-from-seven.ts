import fc from 'fast-check';
import { identity, leaky } from '../../src/network/activations.js';
import { activate, keep, rescale } from '../../src/network/stages.js';
import { roundoff } from '../../src/theory/allowance.js';
import { evidence } from '../../src/theory/claim.js';
import {
  dividedFrom,
  type OddStart,
  startsDivideFromSeven,
} from '../../theorems/recenter-relu/starts-divide-from-seven.js';
import { grid, sizes } from '../arbitraries.js';

export default evidence<OddStart>({
  theorem: startsDivideFromSeven,
  given: fc.record({ points: sizes(3, 1024), share: fc.oneof(grid(0.001, 0.999, 0.001), grid(0.001, 0.1, 0.001)) }),
  cases: 200,
  allowance: roundoff(
    () => 200,
    'a hundred roundings of centring, kernel, distance and quotient, of numbers twice as large as what centring leaves',
  ),
  regimes: {
    'fewer than seven points': ({ points }) => points < 7,
    'exactly seven points': ({ points }) => points === 7,
    'hundreds of points': ({ points }) => points >= 200,
    'a tight cluster': ({ points, share }) => share * points < 4,
    'nearly symmetric': ({ share }) => share > 0.95,
  },
  survives: { 'a leaky ReLU': { activate: activate(leaky(0.3)) } },
  breaks: {
    'no recentering': { recenter: keep },
    rescaling: { rescale },
    'no activation': { activate: activate(identity) },
    'from six points on': { instead: dividedFrom(6) },
    'from eight points on': { instead: dividedFrom(8) },
  },
});
