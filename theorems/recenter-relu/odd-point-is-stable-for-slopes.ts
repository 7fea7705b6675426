import { spectrum } from '../../src/limit/spectrum.js';
import { leaky, relu } from '../../src/network/activations.js';
import { stagesOf } from '../../src/network/layer.js';
import { recenterRelu } from '../../src/network/layers.js';
import { activate } from '../../src/network/stages.js';
import { observed } from '../../src/theory/source.js';
import { type DeterministicTheorem, theorem } from '../../src/theory/theorem.js';
import { oddPointState } from '../odd-point-state.js';
import { type LeakyBatch, leakyFamilySharesCentredStates } from './leaky-family-shares-centred-states.js';
import { oddPointExistsFromSeven } from './odd-point-exists-from-seven.js';

/** The conclusion for given slopes from which the state is stable and up to which it is not, so that false ones can be put in their place. */
export function stableFromSlope(least: number, most: number): Pick<DeterministicTheorem<LeakyBatch>, 'margins'> {
  return {
    margins: ({ points, slope }, layer) => {
      const state = oddPointState(points, layer);
      if (points < 7) return { 'none of fewer points': state === undefined ? 0 : -1 };
      if (state === undefined) return { 'an odd point exists': -1 };
      const { spectralRadius } = spectrum(stagesOf(layer), state.gram);
      const base = oddPointState(points, { ...layer, activate: activate(relu) });
      return {
        'as far as with ReLU': 1e-8 - Math.abs(state.normRatio / (base?.normRatio ?? NaN) - 1),
        stable: slope >= least ? 1 - spectralRadius : 0,
        'a saddle': slope <= most ? spectralRadius - 1 : 0,
      };
    },
  };
}

/** Why: the centred state does not know the slope, and its rates are those of ReLU mixed with 1 by a weight that is negative for negative slopes. */
export const oddPointIsStableForSlopes = theorem<LeakyBatch>({
  id: 'recenter-relu/odd-point-is-stable-for-slopes',
  kind: 'limit',
  says: 'The odd-point state exists for every leaky slope from -1 (the absolute value) to 9/10, from seven points on and not before, always as far as with ReLU; it is stable for slopes of -1/2 and more, and a saddle for slopes of -9/10 and less.',
  formula: String.raw`\varrho_a < 1\ (-\tfrac12 \le a \le \tfrac9{10}),\quad \varrho_a > 1\ (-1 \le a \le -\tfrac9{10}),\quad r_a = r_0`,
  source: observed('fixed points and exact spectra for each n and slope tried; the rates follow from those of ReLU'),
  covers: ['RC+ReLU I7'],
  uses: [leakyFamilySharesCentredStates, oddPointExistsFromSeven],
  assumes: {
    '3 to 64 points': ({ points }) => points >= 3 && points <= 64,
    'a slope from -1 to 9/10': ({ slope }) => slope >= -1 && slope <= 0.9,
  },
  layer: ({ slope }) => ({ ...recenterRelu, activate: activate(leaky(slope)) }),
  ...stableFromSlope(-0.5, -0.9),
});
