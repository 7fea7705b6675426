import { fastChain, type FastChainOptions } from '../../src/chain/fast-chain.js';
import { type Batch, build } from '../../src/linalg/matrix.js';
import { abs } from '../../src/network/activations.js';
import { stagesOf } from '../../src/network/layer.js';
import { linear } from '../../src/network/layers.js';
import { lastLayer, type LayerState, type Network, uniformNetwork } from '../../src/network/network.js';
import { activate } from '../../src/network/stages.js';
import { gaussian } from '../../src/network/weights.js';
import { exp } from '../../src/portable/exp.js';
import type { StreamKey } from '../../src/random/key.js';
import { chiSquareTails } from '../../src/statistics/chi-square-tail.js';
import { derived } from '../../src/theory/source.js';
import { type LawTheorem, theorem } from '../../src/theory/theorem.js';
import { factorKeepsWhatTheGramMatrixLoses } from './factor-keeps-what-the-gram-matrix-loses.js';
import { gramChainIsTheNetwork } from './gram-chain-is-the-network.js';

/** n points that share one coordinate and have a small one each, before one layer. */
export interface PointsBeforeALayer {
  readonly points: number;
  /** The small coordinates are 10 to this power. */
  readonly decade: number;
  readonly width: number;
}

/** What runs a network on a batch. */
type Run = (network: Network, batch: Batch, key: StreamKey) => Iterable<LayerState>;

/** The squared distance of the first and the last point after a layer, in units of its mean over the width. */
export function partedBy(run: Run): Pick<LawTheorem<PointsBeforeALayer>, 'sample'> {
  return {
    sample: ({ points, decade, width }, layer, key) => {
      const spread = Number(`1e${decade}`);
      const batch = build<'neuron', 'point'>(points + 1, points, (k, i) => (k === 0 ? 1 : k === i + 1 ? spread : 0));
      const network = uniformNetwork({ stages: stagesOf(layer), width, depth: 1, weights: gaussian });
      const { factor, logScale } = lastLayer(run(network, batch, key));
      let square = 0;
      for (let k = 0; k < factor.rows; k++) {
        const [first, last] = [factor.values[k * points] ?? NaN, factor.values[k * points + points - 1] ?? NaN];
        const apart = (first - last) / spread;
        square += apart * apart;
      }
      return (exp(2 * logScale) * square * (points + 1)) / 2;
    },
  };
}

/** A chain, left to choose what it carries unless told. */
export const chain =
  (options: FastChainOptions = {}): Run =>
  (network, batch, key) =>
    fastChain(network, batch, key, options);

/** The conclusion for a given number of degrees of freedom. */
export function freedom(degrees: (width: number) => number): Pick<LawTheorem<PointsBeforeALayer>, 'law'> {
  return {
    law: {
      of: 'continuous',
      cdf: ({ width }, x) => (x > 0 ? 1 - (chiSquareTails(x, degrees(width))[degrees(width)] ?? NaN) : 0),
    },
  };
}

/** Why: where no neuron has the two on different sides of 0, which d s / pi bounds, their difference passes a layer of absolute values as a linear one. */
export const nearlyEqualPointsPartAsOthersDo = theorem<PointsBeforeALayer>({
  id: 'law/nearly-equal-points-part-as-others-do',
  kind: 'law',
  says: 'A simulated chain parts points that are 1e-9 of their norm apart, and less, as a network does: after a layer of absolute values their squared distance is chi-square with d degrees of freedom.',
  formula: String.raw`m\,\bigl\||Wx| - |Wy|\bigr\|^2 / \|x - y\|^2 \sim \chi^2_d\ \text{ up to a total variation of } d \sqrt2\, 10^k / \pi`,
  source: derived('docs/derivations.md#points-nearly-equal'),
  covers: ['contrasts G2'],
  uses: [factorKeepsWhatTheGramMatrixLoses, gramChainIsTheNetwork],
  assumes: {
    'at least two points': ({ points }) => points >= 2,
    'nearly equal': ({ decade }) => decade <= -9,
    'a neuron': ({ width }) => width >= 1,
  },
  layer: () => ({ ...linear, activate: activate(abs) }),
  ...partedBy(chain()),
  ...freedom((width) => width),
});
