import { singularValues } from '../../src/linalg/singular.js';
import { build } from '../../src/linalg/matrix.js';
import { applyLayer } from '../../src/network/direct.js';
import { stagesOf } from '../../src/network/layer.js';
import { rescaleLinear } from '../../src/network/layers.js';
import { gaussian } from '../../src/network/weights.js';
import { acos } from '../../src/portable/acos.js';
import { derived } from '../../src/theory/source.js';
import { type LawTheorem, theorem } from '../../src/theory/theorem.js';
import { lowerRankIsUnstable } from './lower-rank-is-unstable.js';

/** Two points all but in one direction: 10^-decades in the second. */
export interface NearlyOneDirection {
  readonly decades: number;
}

/** The law of the growth, in units of a given scale, so that a false one can be put in its place. */
export function cauchyOf(scale: number): Pick<LawTheorem<NearlyOneDirection>, 'law'> {
  return {
    law: {
      of: 'continuous',
      cdf: (_, x) => (x <= 0 ? 0 : (2 / Math.PI) * acos(1 / Math.sqrt(1 + (x / scale) * (x / scale)))),
    },
  };
}

/** Why: the two rows lie at slopes e c_1, e c_2 with Cauchy c, so the second singular value is e |c_1 - c_2|/2 of the first: again Cauchy, of median 1. */
export const secondDirectionGrowsByACauchyFactor = theorem<NearlyOneDirection>({
  id: 'rescale-linear/second-direction-grows-by-a-cauchy-factor',
  kind: 'law',
  says: 'With two points in layers of two neurons and rescaling, a small second singular value is multiplied by the modulus of a Cauchy variable in each layer: growth and decay balance exactly, at the threshold d_c(2) = 2.',
  formula: String.raw`\frac{\sigma_2'/\sigma_1'}{\sigma_2/\sigma_1} \sim |C|,\quad E \ln |C| = 0`,
  source: derived('docs/derivations.md#second-direction-of-two-points'),
  covers: ['contrasts A9b'],
  uses: [lowerRankIsUnstable],
  assumes: { 'small enough': ({ decades }) => decades >= 5 && decades <= 9 },
  layer: () => rescaleLinear,
  ...cauchyOf(1),
  sample: ({ decades }, layer, key) => {
    const small = Number(`1e-${decades}`);
    const batch = build<'neuron', 'point'>(2, 2, (k, i) => (k === i ? (k === 0 ? 1 : small) : 0));
    const [first = NaN, second = NaN] = singularValues(applyLayer(stagesOf(layer), gaussian.draw(key, 2, 2), batch));
    return second / first / small;
  },
});
