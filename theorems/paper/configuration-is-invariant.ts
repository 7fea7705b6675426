import { at, type Batch, build } from '../../src/linalg/matrix.js';
import { applyLayer } from '../../src/network/direct.js';
import { stagesOf } from '../../src/network/layer.js';
import { recenterRelu } from '../../src/network/layers.js';
import { paper } from '../../src/theory/source.js';
import { theorem } from '../../src/theory/theorem.js';
import { outlierIsFarther } from '../recenter-relu/outlier-is-n-minus-one-times-farther.js';
import { twoGroupsTurnOrthogonal } from '../recenter-relu/two-groups-turn-orthogonal.js';
import { drawWeights, type WeightChoice } from '../weight-choice.js';

/** A cluster of equal points and one odd point in a plane, and a network of a few layers. */
export interface CollapsedBatch extends WeightChoice {
  readonly cluster: number;
  readonly odd: readonly [number, number];
  readonly layers: number;
}

/** The batch: column 0 is the odd point, the others are all at (1, 0). Shape: 2 × (cluster + 1). */
function collapsed({ cluster, odd }: CollapsedBatch): Batch {
  return build(2, cluster + 1, (k, i) => (i === 0 ? (odd[k] ?? NaN) : 1 - k));
}

/** Why: every neuron sees the two places on opposite sides of the mean, so their supports are disjoint; equal columns stay equal. */
export const configurationIsInvariant = theorem<CollapsedBatch>({
  id: 'paper/configuration-is-invariant',
  kind: 'exact',
  says: 'One cluster and one orthogonal odd point is a configuration that every layer of recentering and ReLU keeps, whatever its weights and its width.',
  formula: String.raw`x_1 = \dots = x_{n-1} \ne x_n \Rightarrow x'_1 = \dots = x'_{n-1},\ \langle x'_n, x'_i \rangle = 0\quad \text{in every layer}`,
  source: paper('arXiv:2412.02843v1; proved in docs/derivations.md#two-groups'),
  covers: ['RC+ReLU E1', 'contrasts L4'],
  uses: [twoGroupsTurnOrthogonal, outlierIsFarther],
  assumes: {
    'at least two points in the cluster': ({ cluster }) => cluster >= 2,
    'the odd point is off the cluster': ({ odd: [x, y] }) => x !== 1 || y !== 0,
    'at least one layer': ({ layers }) => layers >= 1,
  },
  layer: () => recenterRelu,
  margins: (instance, layer) => {
    let batch = collapsed(instance);
    let [apart, inner] = [0, 0];
    for (let t = 0; t < instance.layers; t++) {
      const weights = drawWeights({ ...instance, draw: (instance.draw + t) % 0xffffffff }, batch.rows);
      batch = applyLayer(stagesOf(layer), weights, batch);
      let product = 0;
      for (let k = 0; k < batch.rows; k++) {
        product += at(batch, k, 0) * at(batch, k, 1);
        for (let i = 2; i < batch.cols; i++) apart = Math.max(apart, Math.abs(at(batch, k, i) - at(batch, k, 1)));
      }
      inner = Math.max(inner, Math.abs(product));
    }
    return { 'the cluster stays one point': -apart, 'the odd point is orthogonal': -inner };
  },
});
