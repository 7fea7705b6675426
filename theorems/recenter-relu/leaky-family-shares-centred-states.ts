import { centred, traceOf } from '../../src/limit/block-gram.js';
import { symmetricFixedPoint, twoBlockFixedPoint, twoBlockShape } from '../../src/limit/fixed-point.js';
import { rectifiedMoment } from '../../src/limit/rectified-moment.js';
import { spectrum } from '../../src/limit/spectrum.js';
import { leaky, relu } from '../../src/network/activations.js';
import { type Layer, stagesOf } from '../../src/network/layer.js';
import { recenterRelu } from '../../src/network/layers.js';
import { activate } from '../../src/network/stages.js';
import { derived } from '../../src/theory/source.js';
import { type DeterministicTheorem, type Margins, theorem } from '../../src/theory/theorem.js';
import { oddPointExistsFromSeven } from './odd-point-exists-from-seven.js';
import { symmetricStateIsStable } from './symmetric-state-is-stable.js';

export interface LeakyBatch {
  readonly points: number;
  readonly slope: number;
}

/** Where a rate l of ReLU goes at slope a, given the multiplier mu of the centred fixed point. */
export type RateOf = (l: number, slope: number, mu: number) => number;

/** ((1-a)^2 mu l + a) / ((1-a)^2 mu + a). */
export const leakyRate: RateOf = (l, slope, mu) => {
  const bend = (1 - slope) * (1 - slope) * mu;
  return (bend * l + slope) / (bend + slope);
};

/** Why: E[phi phi'] = (1-a)^2 K(C) + a C, so on centred matrices the leaky map is a mixture of the ReLU map and the identity. */
export const leakyFamilySharesCentredStates = theorem<LeakyBatch>({
  id: 'recenter-relu/leaky-family-shares-centred-states',
  kind: 'limit',
  says: 'After recentering, a leaky ReLU of any slope has the fixed points of ReLU, and its rates are those of ReLU mixed with 1.',
  formula: String.raw`C^*_a = C^*_0,\quad \lambda_a = \frac{(1-a)^2 \mu \lambda_0 + a}{(1-a)^2 \mu + a},\quad \mu = \frac{\mathrm{tr}(P K(C^*) P)}{\mathrm{tr}\, C^*}`,
  source: derived('docs/derivations.md#leaky-family'),
  covers: ['RC+ReLU I7'],
  uses: [symmetricStateIsStable, oddPointExistsFromSeven],
  assumes: {
    'an odd-point state exists': ({ points }) => points >= 7,
    'the slope is not 1': ({ slope }) => slope < 1,
  },
  layer: ({ slope }) => ({ ...recenterRelu, activate: activate(leaky(slope)) }),
  ...withLeakyRate(leakyRate),
});

/** The conclusion for a given formula of the rates, so that a false one can be put in its place. */
export function withLeakyRate(rateOf: RateOf): Pick<DeterministicTheorem<LeakyBatch>, 'margins'> {
  return {
    margins: (batch, layer) => {
      const symmetric = compared(batch, layer, rateOf, 'symmetric');
      const odd = compared(batch, layer, rateOf, 'odd');
      return { ...symmetric, ...odd };
    },
  };
}

function compared({ points, slope }: LeakyBatch, layer: Layer, rateOf: RateOf, state: 'symmetric' | 'odd'): Margins {
  const find = (given: Layer): ReturnType<typeof symmetricFixedPoint | typeof twoBlockFixedPoint> =>
    state === 'symmetric' ? symmetricFixedPoint(stagesOf(given), points) : twoBlockFixedPoint(stagesOf(given), points);
  const base: Layer = { ...layer, activate: activate(relu) };
  const [there, here] = [find(base), find(layer)];
  const wanted = state === 'symmetric' ? 'settled' : 'two-block';
  if (there.kind !== wanted || here.kind !== wanted || 'reason' in there || 'reason' in here)
    return { [`${state} state exists`]: -1 };
  const [thereCentred, hereCentred] = [centred(there.gram), centred(here.gram)];
  const mu = traceOf(centred(rectifiedMoment({ gram: thereCentred }, 0).gram)) / traceOf(thereCentred);
  const rates = spectrum(stagesOf(layer), here.gram).eigenvalues.map(({ value }) => value);
  const nearest = (rate: number): number => Math.min(...rates.map((value) => Math.abs(value - rate)));
  const expected = spectrum(stagesOf(base), there.gram).eigenvalues.filter(({ value }) => value > 1e-9);
  const worst = Math.max(...expected.map(({ value }) => nearest(rateOf(value, slope, mu))));
  const margins: Record<string, number> = { [`${state} state: rates`]: -worst };
  if (state === 'odd') {
    const [a, b] = [twoBlockShape(thereCentred), twoBlockShape(hereCentred)];
    margins['odd state: norm ratio'] = -Math.abs(b.normRatio / a.normRatio - 1);
    margins['odd state: cluster cosine'] = -Math.abs(b.clusterGap / a.clusterGap - 1);
  }
  return margins;
}
