import fc from 'fast-check';
import { leaky, powerRelu, tanh } from '../../src/network/activations.js';
import { activate, keep, rescale } from '../../src/network/stages.js';
import { exactly } from '../../src/theory/allowance.js';
import { evidence } from '../../src/theory/claim.js';
import {
  type DoubledBatch,
  recenterReluIsHomogeneous,
} from '../../theorems/identities/recenter-relu-is-homogeneous.js';
import { whole } from '../arbitraries.js';
import { layerRegimes, layers } from '../batches.js';

export default evidence<DoubledBatch>({
  theorem: recenterReluIsHomogeneous,
  given: fc.record({ ...layers(16), depth: whole(1, 6), doublings: whole(-40, 40), sign: fc.constant(1) }),
  cases: 300,
  allowance: exactly('a power of two commutes with every rounding while nothing overflows or underflows'),
  regimes: {
    ...layerRegimes,
    'one layer': ({ depth }) => depth === 1,
    'several layers': ({ depth }) => depth >= 4,
    'a smaller batch': ({ doublings }) => doublings < 0,
  },
  survives: { 'no recentering': { recenter: keep }, 'a leaky ReLU': { activate: activate(leaky(0.1)) } },
  breaks: {
    rescaling: { rescale },
    'the squares': { activate: activate(powerRelu(2)) },
    'a hyperbolic tangent': { activate: activate(tanh) },
    'a negative factor': {
      instead: { margins: (batch, layer) => recenterReluIsHomogeneous.margins({ ...batch, sign: -1 }, layer) },
    },
  },
});
