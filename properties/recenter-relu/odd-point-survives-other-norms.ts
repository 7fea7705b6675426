import fc from 'fast-check';
import { identity } from '../../src/network/activations.js';
import { activate, keep } from '../../src/network/stages.js';
import { exactly } from '../../src/theory/allowance.js';
import { evidence } from '../../src/theory/claim.js';
import {
  backAfter,
  type ChangedNorms,
  oddPointSurvivesOtherNorms,
} from '../../theorems/recenter-relu/odd-point-survives-other-norms.js';
import { grid } from '../arbitraries.js';

// A leaky ReLU is no control: it has the same centred states, which is a claim of its own.
export default evidence<ChangedNorms>({
  theorem: oddPointSurvivesOtherNorms,
  given: fc.record({
    factors: fc.array(fc.oneof(grid(0.7, 1.3, 0.01), fc.constantFrom(0.7, 1.3)), {
      minLength: 7,
      maxLength: 32,
      size: 'max',
    }),
  }),
  cases: 60,
  allowance: exactly('the statement has its own tolerance of 1e-4'),
  regimes: {
    'fewer than ten points': ({ factors }) => factors.length < 10,
    'more than twenty': ({ factors }) => factors.length > 20,
    'a shorter odd point': ({ factors }) => (factors[0] ?? 1) < 0.8,
    'a longer odd point': ({ factors }) => (factors[0] ?? 1) > 1.2,
  },
  breaks: {
    'no recentering': { recenter: keep },
    'no activation': { activate: activate(identity) },
    'an odd point a sixth as long': { instead: backAfter((factor, i) => (i === 0 ? factor / 6 : factor)) },
    'a point of the cluster as long as the odd one': {
      instead: backAfter((factor, i) => (i === 1 ? 30 * factor : factor)),
    },
  },
});
