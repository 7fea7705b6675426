import fc from 'fast-check';
import { identity } from '../../src/network/activations.js';
import { activate, recenter } from '../../src/network/stages.js';
import { roundoff } from '../../src/theory/allowance.js';
import { evidence } from '../../src/theory/claim.js';
import { RATE } from '../../theorems/contrasts/relu-alone-collapses.js';
import {
  type AngleInDepth,
  reciprocalAngleGrowsWithALogarithm,
  withLogarithm,
} from '../../theorems/relu-depth/reciprocal-angle-grows-with-a-logarithm.js';
import { geometric, grid } from '../arbitraries.js';

export default evidence<AngleInDepth>({
  theorem: reciprocalAngleGrowsWithALogarithm,
  given: fc.record({
    angle: fc.oneof(fc.constantFrom(Math.PI / 2, Math.PI), grid(0.01, 3.14, 0.01)),
    layers: geometric(1, 10_000, 40),
  }),
  cases: 60,
  allowance: roundoff(
    ({ angle, layers }) => 24 * (layers + 1) * (1 / angle + layers),
    'each layer adds at most twenty-four units to the reciprocal angle, relative to its last value, at most twice 1/angle + layers',
  ),
  regimes: {
    'one layer': ({ layers }) => layers === 1,
    'thousands of layers': ({ layers }) => layers >= 1000,
    obtuse: ({ angle }) => angle > 1.6,
  },
  breaks: {
    recentering: { recenter },
    'no activation': { activate: activate(identity) },
    'no logarithm': { instead: withLogarithm(0) },
    'b for 3 b/2': { instead: withLogarithm(RATE) },
    '2 b for 3 b/2': { instead: withLogarithm(2 * RATE) },
  },
});
