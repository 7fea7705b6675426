import type { BlockGram } from '../../src/limit/block-gram.js';
import { twoBlockGram, twoBlockShape } from '../../src/limit/fixed-point.js';
import { limitLayer } from '../../src/limit/limit-map.js';
import { newton } from '../../src/limit/newton.js';
import { spectrum } from '../../src/limit/spectrum.js';
import { type Layer, stagesOf } from '../../src/network/layer.js';
import { batchNormRelu } from '../../src/network/layers.js';
import { observed } from '../../src/theory/source.js';
import { type DeterministicTheorem, theorem } from '../../src/theory/theorem.js';
import { batchNormHasAMildOddPointFrom52 } from './batch-norm-has-a-mild-odd-point-from-52.js';

/** A batch for full batch normalisation with up to three equal outliers. */
export interface MildOddPoints {
  readonly odd: number;
  /** Points beyond those from which the state attracts. */
  readonly beyond: number;
}

/** From how many points on the state with one, two, three equal outliers attracts. */
const STABLE_FROM = [52, 57, 61] as const;

/** The conclusion for given smallest batches, so that false ones can be put in their place. */
export function stableFrom(smallest: readonly number[]): Pick<DeterministicTheorem<MildOddPoints>, 'margins'> {
  return {
    margins: ({ odd, beyond }, layer) => {
      const points = (smallest[odd - 1] ?? NaN) + beyond;
      const state = mildState(points, odd, layer);
      if (state === undefined) return { 'the state exists': -1 };
      const { normRatio, crossCosine, clusterCosine } = twoBlockShape(state);
      const square = normRatio * normRatio;
      return {
        stable: 1 - spectrum(stagesOf(layer), state).spectralRadius,
        'each holds more than twice its share': (square * points) / (odd * square + points - odd) - 2,
        'but is not far': Math.sqrt(points) / 2 - normRatio,
        'and not orthogonal': crossCosine - 0.28,
        'the others do not cluster': 0.33 - clusterCosine,
      };
    },
  };
}

/** The state with these outliers, by Newton's method from somewhat longer ones after sixty layers; undefined when there is none. */
function mildState(points: number, odd: number, layer: Layer): BlockGram | undefined {
  const step = limitLayer(stagesOf(layer));
  const shape = { normRatio: 0.42 * Math.sqrt(points), clusterCosine: 0.31, crossCosine: 0.3, oddCosine: 0.28 };
  let gram = twoBlockGram(points, odd, shape);
  for (let t = 0; t < 60; t++) gram = step({ gram }).gram;
  const state = newton(step, gram);
  return state !== undefined && twoBlockShape(state).normRatio > 1.01 ? state : undefined;
}

/** Why: rescaling makes long points share rows instead of compete for the mean, so that several can stand side by side. */
export const mildOddPointsAreStable = theorem<MildOddPoints>({
  id: 'contrasts/mild-odd-points-are-stable',
  kind: 'limit',
  says: 'Full batch normalisation with ReLU has linearly stable states with one, two and three equal outliers from 52, 57 and 61 points on, all mild: not far, not orthogonal, and without a cluster.',
  formula: String.raw`n \ge 52, 57, 61\ (k = 1, 2, 3):\ \varrho(DF) < 1,\ r < \tfrac12 \sqrt n,\ \cos(x_{odd}, x_i) > 0.28,\ \cos(x_i, x_j) < 0.33`,
  source: observed(
    'fixed points and exact spectra at infinite width; at 56 and 60 points the states with two and three are saddles',
  ),
  covers: ['contrasts D6'],
  uses: [batchNormHasAMildOddPointFrom52],
  assumes: {
    'one to three outliers': ({ odd }) => odd >= 1 && odd <= 3,
    'up to 256 points': ({ odd, beyond }) => beyond >= 0 && (STABLE_FROM[odd - 1] ?? NaN) + beyond <= 256,
  },
  layer: () => batchNormRelu,
  ...stableFrom(STABLE_FROM),
});
