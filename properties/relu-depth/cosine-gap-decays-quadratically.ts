import fc from 'fast-check';
import { identity, leaky } from '../../src/network/activations.js';
import { activate } from '../../src/network/stages.js';
import { exactly } from '../../src/theory/allowance.js';
import { evidence } from '../../src/theory/claim.js';
import { gapOfTwins, twinsAfter } from '../../theorems/pair-of-points.js';
import { cosineGapDecaysQuadratically, expandedAs } from '../../theorems/relu-depth/cosine-gap-decays-quadratically.js';
import type { AngleInDepth } from '../../theorems/relu-depth/reciprocal-angle-grows-with-a-logarithm.js';
import { geometric, grid } from '../arbitraries.js';

const LEADING = 4.5 * Math.PI * Math.PI;

export default evidence<AngleInDepth>({
  theorem: cosineGapDecaysQuadratically,
  given: fc.record({
    angle: fc.oneof(fc.constantFrom(1, Math.PI), grid(1, 3.14, 0.01)),
    layers: geometric(1, 20_000, 40),
  }),
  cases: 60,
  allowance: exactly('the statement has its own tolerance of 20/t'),
  regimes: {
    'a few layers': ({ layers }) => layers < 10,
    'thousands of layers': ({ layers }) => layers >= 1000,
    antipodal: ({ angle }) => angle === Math.PI,
    'an angle of 1': ({ angle }) => angle === 1,
  },
  breaks: {
    'a leaky ReLU': { activate: activate(leaky(0.1)) },
    'no activation': { activate: activate(identity) },
    'no logarithm': { instead: expandedAs(LEADING, 0) },
    'half the constant': { instead: expandedAs(LEADING / 2, 3) },
    'a constant one per cent off': { instead: expandedAs(1.01 * LEADING, 3) },
    'geometric decay': {
      instead: {
        margins: ({ angle, layers }, layer) => ({
          decay: 0.99 * gapOfTwins(twinsAfter(layer, angle, layers)) - gapOfTwins(twinsAfter(layer, angle, layers + 1)),
        }),
      },
    },
  },
});
