import fc from 'fast-check';
import { abs, identity, leaky, sigmoid, silu, tanh } from '../../src/network/activations.js';
import { activate, keep, rescale } from '../../src/network/stages.js';
import { exactly } from '../../src/theory/allowance.js';
import { evidence } from '../../src/theory/claim.js';
import type { LayerChoice } from '../../theorems/batch-choice.js';
import { reluLeavesNoObtuseAngle } from '../../theorems/identities/relu-leaves-no-obtuse-angle.js';
import { layerRegimes, layers } from '../batches.js';

export default evidence<LayerChoice>({
  theorem: reluLeavesNoObtuseAngle,
  given: fc.record(layers()),
  cases: 300,
  allowance: exactly('products and sums of numbers that are not negative are not negative'),
  regimes: layerRegimes,
  survives: {
    'no recentering': { recenter: keep },
    rescaling: { rescale },
    'the modulus': { activate: activate(abs) },
    'a sigmoid': { activate: activate(sigmoid) },
  },
  breaks: {
    'no activation': { activate: activate(identity) },
    'a leaky ReLU': { activate: activate(leaky(0.01)) },
    'a hyperbolic tangent': { activate: activate(tanh) },
    'a smooth ReLU': { activate: activate(silu) },
  },
});
