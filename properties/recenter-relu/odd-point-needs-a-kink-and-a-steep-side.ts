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
    activation: fc.oneof(fc.constantFrom(...Object.keys(STEEP)), fc.constantFrom(...NONE)),
  }),
  pooled: 60,
  instances: 1,
  draws: 60,
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
    'flat powers too': { instead: oddFor({ ...STEEP, 'relu^0.5': 0.5, 'relu^0.75': 0.75, elu: 1, tanh: 1, sin: 1 }) },
  },
});
