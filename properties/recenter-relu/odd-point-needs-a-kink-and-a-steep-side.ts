import fc from 'fast-check';
import { relu, tanh } from '../../src/network/activations.js';
import { activate } from '../../src/network/stages.js';
import { evidence } from '../../src/theory/claim.js';
import {
  type ActivatedNetwork,
  NONE,
  oddFor,
  oddPointNeedsAKinkAndASteepSide,
  STEEP,
} from '../../theorems/recenter-relu/odd-point-needs-a-kink-and-a-steep-side.js';

export default evidence<ActivatedNetwork>({
  theorem: oddPointNeedsAKinkAndASteepSide,
  given: fc.record({
    points: fc.constant(16),
    width: fc.constant(128),
    depth: fc.constant(120),
    activation: fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...Object.keys(STEEP)) },
      { weight: 1, arbitrary: fc.constantFrom(...NONE) },
    ),
  }),
  pooled: 205,
  instances: 0,
  draws: 205,
  control: 120,
  regimes: {
    'a steep power': ({ activation }) => activation in STEEP,
    'a flat power': ({ activation }) => activation.startsWith('relu^0'),
    'a smooth function': ({ activation }) => !activation.startsWith('relu'),
  },
  breaks: {
    ReLU: { activate: activate(relu) },
    tanh: { activate: activate(tanh) },
    'as far as ReLU makes it': { instead: oddFor(STEEP, (points) => points - 1) },
  },
});
