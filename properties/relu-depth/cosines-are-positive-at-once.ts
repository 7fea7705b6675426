import fc from 'fast-check';
import { identity, leaky } from '../../src/network/activations.js';
import { activate, recenter } from '../../src/network/stages.js';
import { roundoff } from '../../src/theory/allowance.js';
import { evidence } from '../../src/theory/claim.js';
import {
  atLeastAfter,
  cosinesArePositiveAtOnce,
  type PairInLayers,
} from '../../theorems/relu-depth/cosines-are-positive-at-once.js';
import { geometric, grid } from '../arbitraries.js';

export default evidence<PairInLayers>({
  theorem: cosinesArePositiveAtOnce,
  given: fc.record({
    cosine: fc.oneof(fc.constant(-1), grid(-1, 1, 0.01)),
    normRatio: grid(0.1, 10, 0.1),
    layers: geometric(1, 200, 20),
  }),
  cases: 200,
  allowance: roundoff(({ layers }) => 16 * (layers + 1), 'sixteen roundings a layer, none of them amplified'),
  regimes: {
    antipodal: ({ cosine }) => cosine === -1,
    'one layer': ({ layers }) => layers === 1,
    'two layers': ({ layers }) => layers === 2,
    'a hundred layers': ({ layers }) => layers >= 100,
  },
  breaks: {
    recentering: { recenter },
    'no activation': { activate: activate(identity) },
    'a leaky ReLU': { activate: activate(leaky(0.01)) },
    '1/pi after one layer': { instead: atLeastAfter(1) },
  },
});
