import fc from 'fast-check';
import { identity, leaky } from '../../src/network/activations.js';
import { activate, recenter } from '../../src/network/stages.js';
import { roundoff } from '../../src/theory/allowance.js';
import { evidence } from '../../src/theory/claim.js';
import { cosineMapIsConvex, highOf, images, type TwoCosines } from '../../theorems/relu-depth/cosine-map-is-convex.js';
import { grid } from '../arbitraries.js';

export default evidence<TwoCosines>({
  theorem: cosineMapIsConvex,
  given: fc.record({
    low: fc.oneof(fc.constant(-1), grid(-1, 0.95, 0.01)),
    share: fc.oneof(fc.constant(1), grid(0.02, 1, 0.02)),
    normRatio: grid(0.1, 10, 0.1),
  }),
  cases: 200,
  allowance: roundoff(() => 48, 'three cosines of sixteen roundings each, of numbers up to 1'),
  regimes: {
    antipodal: ({ low }) => low === -1,
    'nearly equal cosines': ({ share }) => share <= 0.1,
    'up to equal points': ({ share }) => share === 1,
  },
  survives: { 'no activation': { activate: activate(identity) }, 'a leaky ReLU': { activate: activate(leaky(0.1)) } },
  breaks: {
    'points that are recentred': { recenter },
    concave: {
      instead: {
        margins: (pair, layer) => {
          const { atLow, atMiddle, atHigh } = images(pair, layer);
          return { concave: atMiddle - (atLow + atHigh) / 2 };
        },
      },
    },
    'halves differences': {
      instead: {
        margins: (pair, layer) => {
          const { atLow, atHigh } = images(pair, layer);
          return { halves: (highOf(pair) - pair.low) / 2 - (atHigh - atLow) };
        },
      },
    },
    'above the diagonal by a thousandth': {
      instead: {
        margins: (pair, layer) => ({ above: images(pair, layer).atHigh - highOf(pair) - 1e-3 }),
      },
    },
  },
});
