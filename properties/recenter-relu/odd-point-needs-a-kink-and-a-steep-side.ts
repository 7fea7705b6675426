import fc from 'fast-check';
import { relu, tanh } from '../../src/network/activations.js';
import { recenterRelu } from '../../src/network/layers.js';
import { parseActivation } from '../../src/network/parse-activation.js';
import { activate, keep, rescale } from '../../src/network/stages.js';
import { evidence } from '../../src/theory/claim.js';
import type { Variant } from '../../src/theory/evidence.js';
import type { ProbableTheorem } from '../../src/theory/theorem.js';
import {
  type ActivatedNetwork,
  NONE,
  oddFor,
  oddPointNeedsAKinkAndASteepSide,
  STEEP,
} from '../../theorems/recenter-relu/odd-point-needs-a-kink-and-a-steep-side.js';
import { whole } from '../arbitraries.js';
import { beyond } from '../beyond.js';

export default evidence<ActivatedNetwork>({
  theorem: oddPointNeedsAKinkAndASteepSide,
  given: fc.record({
    points: whole(6, 16),
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
  control: 200,
  regimes: {
    'a steep power': ({ activation }) => activation in STEEP,
    'a flat power': ({ activation }) => activation.startsWith('relu^0'),
    'six or seven points': ({ points }) => points <= 7,
    'a smooth function': ({ activation }) => !activation.startsWith('relu'),
  },
  breaks: {
    ReLU: { activate: activate(relu) },
    tanh: { activate: activate(tanh) },
    'no recentering': { recenter: keep },
    rescaling: { rescale },
    'the power 5/4 in ten layers': withPower('relu^1.25', (network) => ({ ...network, points: 16, depth: 10 })),
    'as far as ReLU makes it': withPower(
      'relu^3',
      (network) => network,
      (points) => points - 1,
    ),
  },
});

/** The event for one power, on a changed network or with another limit of the norm ratio. */
function withPower(
  activation: string,
  change: (network: ActivatedNetwork) => ActivatedNetwork,
  limit?: (points: number) => number,
): Variant<ProbableTheorem<ActivatedNetwork>> {
  const { instead } = beyond(oddFor(STEEP, limit), (network) => ({ ...change(network), activation }));
  return {
    instead: { ...instead, layer: () => ({ ...recenterRelu, activate: activate(parseActivation(activation)) }) },
  };
}
