import fc from 'fast-check';
import { keep, rescale } from '../../src/network/stages.js';
import { evidence } from '../../src/theory/claim.js';
import {
  appearingWith,
  oddPointAppearsWithAnyWeights,
} from '../../theorems/recenter-relu/odd-point-appears-with-any-weights.js';
import type { WeightedNetwork } from '../../theorems/recenter-relu/odd-point-survives-any-weights.js';
import { beyond } from '../beyond.js';

// Each draw multiplies 80 matrices; those of the orthogonal law are orthogonalised, at five times the cost.
const CHEAP = ['gaussian', 'rademacher', 'uniform'];
const EACH_THRICE = [...CHEAP, ...CHEAP, ...CHEAP];

export default evidence<WeightedNetwork>({
  theorem: oddPointAppearsWithAnyWeights,
  given: fc.record({
    points: fc.constant(16),
    width: fc.constant(48),
    depth: fc.constant(80),
    weights: fc.constantFrom(...EACH_THRICE, 'orthogonal'),
  }),
  pooled: 205,
  instances: 0,
  draws: 205,
  control: 400,
  regimes: {
    signs: ({ weights }) => weights === 'rademacher',
    orthogonal: ({ weights }) => weights === 'orthogonal',
  },
  breaks: {
    'no recentering': { recenter: keep },
    rescaling: { rescale },
    'layers of width 6': beyond(oddPointAppearsWithAnyWeights, (network) => ({
      ...network,
      width: 6,
      weights: 'gaussian',
    })),
    'Cauchy weights': { instead: appearingWith(() => 'cauchy') },
    'eight layers': {
      instead: appearingWith(
        ({ weights }) => weights,
        () => 8,
      ),
    },
  },
});
