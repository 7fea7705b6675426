import fc from 'fast-check';
import { abs, identity, leaky } from '../../src/network/activations.js';
import { activate, keep } from '../../src/network/stages.js';
import { evidence } from '../../src/theory/claim.js';
import {
  type BatchBeforeALayer,
  halving,
  recenterReluHalvesTheCentredNorm,
  squaredNorm,
} from '../../theorems/identities/recenter-relu-halves-the-centred-norm.js';
import { seeds, whole } from '../arbitraries.js';

export default evidence<BatchBeforeALayer>({
  theorem: recenterReluHalvesTheCentredNorm,
  given: fc.record({
    family: fc.constantFrom('gaussian', 'clusters(2)', 'duplicated'),
    inputs: whole(1, 4),
    points: whole(3, 4),
    data: seeds(),
    width: whole(4, 16),
  }),
  instances: 4,
  draws: 300,
  control: 600,
  breaks: {
    'no recentering': { recenter: keep },
    'a leaky ReLU': { activate: activate(leaky(0.5)) },
    'no activation': { activate: activate(identity) },
    'the modulus': { activate: activate(abs) },
    'the norm of the batch as it is': { instead: { law: halving((choice) => squaredNorm(choice, false)) } },
  },
});
