import fc from 'fast-check';
import { abs } from '../../src/network/activations.js';
import { evidence } from '../../src/theory/claim.js';
import { activate, keep, recenter } from '../../src/network/stages.js';
import {
  independentAt,
  leastOfOneRelu,
  type OrthogonalPoints,
  orthogonalPointsNeedFewNeurons,
} from '../../theorems/rank/orthogonal-points-need-few-neurons.js';
import { whole } from '../arbitraries.js';

export default evidence<OrthogonalPoints>({
  theorem: orthogonalPointsNeedFewNeurons,
  given: fc.record({ points: whole(2, 8) }),
  pooled: 570,
  instances: 0,
  draws: 570,
  control: 100,
  regimes: { 'two points': ({ points }) => points === 2, 'eight points': ({ points }) => points === 8 },
  survives: { 'the absolute value': { activate: activate(abs) } },
  breaks: {
    'recentering, no activation': { recenter, activate: keep },
    'a twelfth of the neurons': {
      instead: independentAt((points) => Math.ceil(1 / leastOfOneRelu(points) / 4)),
    },
    'one neuron less than points': { instead: independentAt((points) => points - 1) },
  },
});
