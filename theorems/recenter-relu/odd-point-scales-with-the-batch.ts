import { spectrum } from '../../src/limit/spectrum.js';
import { type Layer, stagesOf } from '../../src/network/layer.js';
import { recenterRelu } from '../../src/network/layers.js';
import { observed } from '../../src/theory/source.js';
import { type DeterministicTheorem, theorem } from '../../src/theory/theorem.js';
import { inBand, oddPointState } from '../odd-point-state.js';
import { oddPointExistsFromSeven } from './odd-point-exists-from-seven.js';
import type { BatchSize } from './symmetric-state-is-fixed.js';

/** What doubling the batch divides each quantity by. */
export interface Factors {
  readonly gap: number;
  readonly cross: number;
  readonly ratio: number;
  readonly rate: number;
}

function quantities(points: number, layer: Layer): Factors | undefined {
  const state = oddPointState(points, layer);
  if (state === undefined) return undefined;
  const { clusterGap: gap, crossCosine: cross, normRatio: ratio, gram } = state;
  return { gap, cross, ratio, rate: 1 - spectrum(stagesOf(layer), gram).spectralRadius };
}

/** The conclusion for given factors, so that false ones can be put in their place. */
export function doublingDividesBy(by: Factors): Pick<DeterministicTheorem<BatchSize>, 'margins'> {
  return {
    margins: ({ points: n }, layer) => {
      const [here, there] = [quantities(n, layer), quantities(2 * n, layer)];
      if (here === undefined || there === undefined) return { 'an odd point stays': -1 };
      // n (quotient / factor - 1) tends to -2, -2.25, -0.5, 0.5: the differences of the next coefficients.
      const off = (key: keyof Factors): number => n * (here[key] / there[key] / by[key] - 1);
      return {
        'gap like n^-2': inBand(off('gap'), -2.1, -1.5),
        'cosine like n^-3': inBand(off('cross'), -2.3, -0.4),
        'norm like n': inBand(off('ratio'), -2.5, -0.45),
        'rate like 1/n': inBand(off('rate'), -4, 0.55),
      };
    },
  };
}

/** Why: the balance of expansion 2/n and contraction ~ angle fixes angle ~ 1/n; everything else is a power of it. */
export const oddPointScalesWithTheBatch = theorem<BatchSize>({
  id: 'recenter-relu/odd-point-scales-with-the-batch',
  kind: 'limit',
  says: 'Doubling the batch divides 1 - rho by 4, the cross cosine by 8 and the rate by 2, and doubles the norm ratio, each up to an explicit multiple of 1/n for every n >= 7.',
  formula: String.raw`\frac{q(n)}{q(2n)} = 2^p \Big(1 + O\big(\tfrac1n\big)\Big),\quad p = 2, 3, -1, 1 \text{ for } q = 1 - \rho,\ \tau,\ r,\ 1 - \varrho`,
  source: observed(
    'exponents derived in docs/derivations.md#odd-point-asymptotics; remainders computed for each n tried',
  ),
  covers: ['RC+ReLU I4'],
  uses: [oddPointExistsFromSeven],
  assumes: { 'at least seven points': ({ points }) => points >= 7 },
  layer: () => recenterRelu,
  ...doublingDividesBy({ gap: 4, cross: 8, ratio: 0.5, rate: 2 }),
});
