import fc from 'fast-check';
import { identity, leaky } from '../../src/network/activations.js';
import { activate, recenter } from '../../src/network/stages.js';
import { roundoff } from '../../src/theory/allowance.js';
import { evidence } from '../../src/theory/claim.js';
import {
  type Angle,
  angleShrinksByItsSquare,
  CURVATURE,
  curvedBetween,
} from '../../theorems/relu-depth/angle-shrinks-by-its-square.js';
import { grid } from '../arbitraries.js';

export default evidence<Angle>({
  theorem: angleShrinksByItsSquare,
  given: fc.record({
    angle: fc.oneof(fc.constantFrom(Math.PI / 2, Math.PI), grid(0.001, 0.1, 0.001), grid(0.01, 3.14, 0.01)),
  }),
  cases: 400,
  allowance: roundoff(
    ({ angle }) => 24 / angle + 8,
    'both angles are known to twelve units relative to themselves, and so are their reciprocals',
  ),
  regimes: {
    antipodal: ({ angle }) => angle === Math.PI,
    orthogonal: ({ angle }) => angle === Math.PI / 2,
    acute: ({ angle }) => angle < 1.5,
    obtuse: ({ angle }) => angle > 1.6,
    'nearly equal points': ({ angle }) => angle < 0.02,
  },
  breaks: {
    recentering: { recenter },
    'no activation': { activate: activate(identity) },
    'a leaky ReLU': { activate: activate(leaky(0.01)) },
    'one per cent more below': { instead: curvedBetween({ ...CURVATURE, least: 1.01 * CURVATURE.least }) },
    'one per cent less above': { instead: curvedBetween({ ...CURVATURE, most: 0.99 * CURVATURE.most }) },
    'one per cent less for acute angles': {
      instead: curvedBetween({ ...CURVATURE, mostAcute: 0.99 * CURVATURE.mostAcute }),
    },
    'the bound of acute angles for all': { instead: curvedBetween({ ...CURVATURE, most: CURVATURE.mostAcute }) },
    'a second order of 1/100': { instead: curvedBetween({ ...CURVATURE, second: 0.01 }) },
  },
});
