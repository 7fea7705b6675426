import { recenterRelu } from '../../src/network/layers.js';
import { activate } from '../../src/network/stages.js';
import { leaky, relu } from '../../src/network/activations.js';
import { observed } from '../../src/theory/source.js';
import { type DeterministicTheorem, theorem } from '../../src/theory/theorem.js';
import { oddPointState } from '../odd-point-state.js';
import { type LeakyBatch, leakyFamilySharesCentredStates } from './leaky-family-shares-centred-states.js';

/** The cross cosine at slope a, from that of ReLU and the cosine r/(n-1) of its angle. */
export type CrossOf = (slope: number, cross: number, cosine: number) => number;

/** ((1-a)^2 tau - 2 a r/(n-1)) / (1 + a^2). */
export const leakyCross: CrossOf = (slope, cross, cosine) =>
  ((1 - slope) * (1 - slope) * cross - 2 * slope * cosine) / (1 + slope * slope);

/** The conclusion for a given formula, so that a false one can be put in its place. */
export function meetsAt(crossOf: CrossOf): Pick<DeterministicTheorem<LeakyBatch>, 'margins'> {
  return {
    margins: ({ points, slope }, layer) => {
      const base = oddPointState(points, { ...layer, activate: activate(relu) });
      const state = oddPointState(points, layer);
      if (base === undefined || state === undefined) return { 'an odd point stays': -1 };
      const cosine = base.normRatio / (points - 1);
      const limit = (-2 * slope) / (1 + slope * slope);
      return {
        'cross cosine': -Math.abs(state.crossCosine - crossOf(slope, base.crossCosine, cosine)),
        'near its limit': 23 / (points * points) - Math.abs(state.crossCosine - limit),
      };
    },
  };
}

/** Why: the centred state is that of ReLU, at the cosine -r/(n-1), and a leaky layer mixes the kernel of that cosine with the cosine itself. */
export const leakyOddPointMeetsAtAFixedAngle = theorem<LeakyBatch>({
  id: 'recenter-relu/leaky-odd-point-meets-at-a-fixed-angle',
  kind: 'limit',
  says: 'At slope a the odd point of a leaky ReLU keeps its norm ratio and meets the cluster at a cosine in closed form, within 23/n^2 of -2a/(1+a^2).',
  formula: String.raw`\tau_a = \frac{(1-a)^2 \tau_0 - 2a\, r/(n-1)}{1 + a^2} \to \frac{-2a}{1 + a^2}`,
  source: observed(
    'closed form derived in docs/derivations.md#leaky-odd-point; the bound 23/n^2 computed for each n tried',
  ),
  covers: ['RC+ReLU E3', 'RC+ReLU I7'],
  uses: [leakyFamilySharesCentredStates],
  assumes: {
    'an odd-point state exists': ({ points }) => points >= 7,
    'the slope is in [-1/2, 4/5]': ({ slope }) => slope >= -0.5 && slope <= 0.8,
  },
  layer: ({ slope }) => ({ ...recenterRelu, activate: activate(leaky(slope)) }),
  ...meetsAt(leakyCross),
});
