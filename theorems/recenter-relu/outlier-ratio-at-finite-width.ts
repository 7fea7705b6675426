import { build } from '../../src/linalg/matrix.js';
import { applyLayer } from '../../src/network/direct.js';
import { type Layer, stagesOf } from '../../src/network/layer.js';
import { recenterRelu } from '../../src/network/layers.js';
import { parseWeightLaw } from '../../src/network/parse-weight-law.js';
import { ChiSquare } from '../../src/random/chi-square.js';
import { derive, type StreamKey } from '../../src/random/key.js';
import { Stream } from '../../src/random/stream.js';
import { derived } from '../../src/theory/source.js';
import { type LawTheorem, theorem } from '../../src/theory/theorem.js';
import { outlierIsFarther } from './outlier-is-n-minus-one-times-farther.js';
import { twoGroupsTurnOrthogonal } from './two-groups-turn-orthogonal.js';

/** Some copies of the origin and one point off it, through one layer. */
export interface OneOutlier {
  readonly cluster: number;
  /** The outlier. */
  readonly at: readonly number[];
  readonly width: number;
}

/** The share of the outlier, its squared norm over `farther`^2, of that and the squared norm of a cluster point: in [0, 1]; a half when both are dead. */
export function outlierShare(
  { cluster, at, width }: OneOutlier,
  weights: string,
  layer: Layer,
  key: StreamKey,
  farther = cluster,
): number {
  const input = build<'neuron', 'point'>(at.length, cluster + 1, (k, i) => (i === 0 ? (at[k] ?? NaN) : 0));
  const { cols, values } = applyLayer(stagesOf(layer), parseWeightLaw(weights).draw(key, width, at.length), input);
  let [outlier, other] = [0, 0];
  for (let k = 0; k < width; k++) {
    outlier += (values[k * cols] ?? NaN) * (values[k * cols] ?? NaN);
    other += (values[k * cols + 1] ?? NaN) * (values[k * cols + 1] ?? NaN);
  }
  const scaled = outlier / (farther * farther);
  return scaled + other === 0 ? 1 / 2 : scaled / (scaled + other);
}

/** The law for a given ratio of norms in the limit, so that a false one can be put in its place. */
export function sharing(farther: (cluster: number) => number): Pick<LawTheorem<OneOutlier>, 'sample'> {
  return {
    sample: (instance, layer, key) => outlierShare(instance, 'gaussian', layer, key, farther(instance.cluster)),
  };
}

/** Why: a neuron that favours the outlier by u gives it u (n-1)/n, any other gives the cluster u/n; which it is is a fair coin, whatever u^2. */
export const outlierRatioAtFiniteWidth = theorem<OneOutlier>({
  id: 'recenter-relu/outlier-ratio-at-finite-width',
  kind: 'law',
  says: 'At any width the squared norm ratio of a single outlier and coinciding points, over (n-1)^2, is a quotient of chi-squares that share d degrees of freedom by fair coins: its logarithm has variance 12/d, and no layer remembers the one before.',
  formula: String.raw`\frac{\|x_{odd}\|^2}{(n-1)^2 \|x_i\|^2} \sim \frac{\chi^2_B}{\chi^2_{d-B}},\quad B \sim \mathrm{Bin}(d, \tfrac12)`,
  source: derived('docs/derivations.md#outlier-norm'),
  covers: ['RC+ReLU E2', 'RC+ReLU F3'],
  uses: [outlierIsFarther, twoGroupsTurnOrthogonal],
  assumes: {
    'at least two points': ({ cluster }) => cluster >= 1,
    'the outlier is off the cluster': ({ at }) => at.some((x) => x !== 0),
    'a neuron': ({ width }) => width >= 1,
  },
  layer: () => recenterRelu,
  law: {
    of: 'same',
    other: ({ width }, _, key) => {
      const [coins, chi] = [new Stream(derive(key, 0)), new ChiSquare(derive(key, 1))];
      let on = 0;
      for (let k = 0; k < width; k++) if (coins.uniform() < 0.5) on++;
      const [above, below] = [on === 0 ? 0 : chi.next(on), on === width ? 0 : chi.next(width - on)];
      return above / (above + below);
    },
  },
  ...sharing((cluster) => cluster),
});
