import { type Layer, stagesOf } from '../../src/network/layer.js';
import { recenterRelu } from '../../src/network/layers.js';
import { observed } from '../../src/theory/source.js';
import { type DeterministicTheorem, theorem } from '../../src/theory/theorem.js';
import { inBand } from '../odd-point-state.js';
import { crossing, spreadAfter, symmetricSpread } from '../odd-spread.js';
import { spreadAtShare, startsDivideFromSeven } from './starts-divide-from-seven.js';
import type { BatchSize } from './symmetric-state-is-fixed.js';
import { symmetricStateIsStable } from './symmetric-state-is-stable.js';

/** Norm of the odd point over that of the others, less 1, in the state between the two that attract; and the rate at which it is left. */
export function tippingState(points: number, layer: Layer): { readonly lead: number; readonly rate: number } {
  const next = (spread: number): number => spreadAfter(stagesOf(layer), points, spread);
  const at = crossing(next, spreadAtShare(points, 0.8), 0.9999 * symmetricSpread(points));
  const step = 1e-5;
  return {
    lead: (points - 1) / Math.sqrt(1 + at) - 1,
    rate: (next(at * (1 + step)) - next(at * (1 - step))) / (2 * step * at),
  };
}

/** The conclusion for given limits of n times the lead and of n times the rate less 1, so that false ones can be put in their place. */
export function tipsAt(lead: number, rate: number): Pick<DeterministicTheorem<BatchSize>, 'margins'> {
  return {
    margins: ({ points: n }, layer) => {
      const state = tippingState(n, layer);
      return {
        lead: inBand(n * state.lead - lead, 4.9 / n, 15 / n),
        'rate at which it is left': inBand(n * (state.rate - 1) - rate, -0.4 / n, 0.26 / n),
      };
    },
  };
}

/** (pi - 2) / (2 (pi - 1)): one less the limit of the rate of balanced directions. */
export const SHALLOWNESS = (Math.PI - 2) / (2 * (Math.PI - 1));

/** Why: a lead x/n of one point moves by (B x^2 - A x)/n^2 a layer, A = (pi-2)/(2(pi-1)) and B = 1/(2(pi-1)): it tips at x = A/B. */
export const tippingLeadIsPiMinusTwoOverN = theorem<BatchSize>({
  id: 'recenter-relu/tipping-lead-is-pi-minus-two-over-n',
  kind: 'limit',
  says: 'The basin of the symmetric state shrinks with the batch: one point whose norm leads the others by (pi - 2)/n, with an explicit remainder for every n >= 7, stands on the divide, which is left at the rate 1 + 0.2665/n.',
  formula: String.raw`r_u = 1 + \frac{\pi - 2}n + \frac e{n^2},\ 4.9 \le e \le 15;\quad \lambda_u = 1 + \frac{\pi-2}{2(\pi-1)\,n} + O(n^{-2})`,
  source: observed(
    'both limits derived in docs/derivations.md#tipping-lead; the bounds on the remainders were computed for each n tried',
  ),
  covers: ['RC+ReLU I2', 'RC+ReLU I3'],
  uses: [startsDivideFromSeven, symmetricStateIsStable],
  assumes: { 'at least seven points': ({ points }) => points >= 7 },
  layer: () => recenterRelu,
  ...tipsAt(Math.PI - 2, SHALLOWNESS),
});
