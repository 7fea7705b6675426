import { symmetricFixedPoint } from '../../src/limit/fixed-point.js';
import { spectrum } from '../../src/limit/spectrum.js';
import { stagesOf } from '../../src/network/layer.js';
import { batchNormRelu } from '../../src/network/layers.js';
import { keep } from '../../src/network/stages.js';
import { observed } from '../../src/theory/source.js';
import { type DeterministicTheorem, theorem } from '../../src/theory/theorem.js';
import { inBand } from '../odd-point-state.js';
import type { BatchSize } from '../recenter-relu/symmetric-state-is-fixed.js';
import { rescaledReluSettlesNearOneHalf } from './rescaled-relu-settles-near-one-half.js';

/** Limits of the rates for many points: of the common cosine, of the second kind of favouring directions, of balanced ones. */
export interface ManyPoints {
  readonly common: number;
  readonly favouring: number;
  readonly balanced: number;
}

/** From 512 and 1024 points, continued in 1/n. */
export const RATES: ManyPoints = { common: 0.396972, favouring: 0.571287, balanced: 0.816778 };

/** The conclusion for given limits, so that false ones can be put in their place. */
export function tendingTo(many: ManyPoints): Pick<DeterministicTheorem<BatchSize>, 'margins'> {
  return {
    margins: ({ points: n }, layer) => {
      const end = symmetricFixedPoint(stagesOf(layer), n);
      if (end.kind === 'unsettled') return { 'a symmetric state': -1 };
      const { eigenvalues } = spectrum(stagesOf(layer), end.gram);
      const of = (multiplicity: number): readonly number[] =>
        eigenvalues.filter((one) => one.multiplicity === multiplicity).map(({ value }) => value);
      const [first = NaN, second = NaN, ...more] = of(n - 1);
      const [common = NaN, scale = NaN] = of(1);
      const counted = eigenvalues.reduce((sum, { multiplicity }) => sum + multiplicity, 0);
      return {
        'two rates n - 1 times': more.length === 0 ? inBand(n * (1 - first), 1.09, 1.56) : -1,
        'of which one stays': inBand(n * (many.favouring - second), 0.26, 0.272),
        'one rate once': inBand(n * (many.common - common), 0.034, 0.074),
        'the scale is forgotten': 1e-9 - Math.abs(scale),
        'one rate n(n-3)/2 times': inBand(n * (many.balanced - (of((n * (n - 3)) / 2)[0] ?? NaN)), 0.93, 1.24),
        'and no others': -Math.abs(counted - (n * (n + 1)) / 2),
      };
    },
  };
}

/** Why: without recentering the mean of a row survives, so that directions which recentering forgets have rates of their own. */
export const rescaledReluHasFourRates = theorem<BatchSize>({
  id: 'contrasts/rescaled-relu-has-four-rates',
  kind: 'limit',
  says: 'The symmetric state of rescaling and ReLU without recentering has four rates besides 0: one close to 1 - 1.55/n and one near 0.571, each n - 1 times, 0.397 once and 0.817 n(n-3)/2 times, all from 5 points on within explicit multiples of 1/n.',
  formula: String.raw`\lambda = 1 - \tfrac{e_1}n,\ 0.57129 - \tfrac{e_2}n\ (n-1\ \text{times}),\quad 0.39697 - \tfrac{e_3}n\ (\text{once}),\quad 0.81678 - \tfrac{e_4}n\ (\tfrac{n(n-3)}2\ \text{times})`,
  source: observed('fixed points and exact spectra at infinite width for each n tried'),
  covers: ['contrasts D3'],
  uses: [rescaledReluSettlesNearOneHalf],
  assumes: { '5 to 1024 points': ({ points }) => points >= 5 && points <= 1024 },
  layer: () => ({ ...batchNormRelu, recenter: keep }),
  ...tendingTo(RATES),
});
