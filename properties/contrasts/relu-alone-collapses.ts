import fc from 'fast-check';
import { identity, leaky } from '../../src/network/activations.js';
import { activate, recenter } from '../../src/network/stages.js';
import { roundoff } from '../../src/theory/allowance.js';
import { evidence } from '../../src/theory/claim.js';
import {
  narrowest,
  type PairInDepth,
  RATE,
  reluAloneCollapses,
  within,
} from '../../theorems/contrasts/relu-alone-collapses.js';
import { geometric, grid } from '../arbitraries.js';

export default evidence<PairInDepth>({
  theorem: reluAloneCollapses,
  given: fc.record({ angle: grid(0.01, 3.14, 0.01), normRatio: grid(0.1, 10, 0.1), layers: geometric(1, 3000, 40) }),
  cases: 200,
  allowance: roundoff(
    (pair) => (8 * (pair.layers + 4)) / narrowest(pair),
    'eight roundings a layer in the cosine, none of them amplified, and d angle = d cosine / angle',
  ),
  regimes: {
    'one layer': ({ layers }) => layers === 1,
    'thousands of layers': ({ layers }) => layers >= 1000,
    'nearly opposite points': ({ angle }) => angle > 3,
    'nearly equal points': ({ angle }) => angle < 0.1,
  },
  breaks: {
    recentering: { recenter },
    'no activation': { activate: activate(identity) },
    'a leaky ReLU': { activate: activate(leaky(0.2)) },
    'a rate five per cent faster': { instead: within(1.05 * RATE) },
  },
});
