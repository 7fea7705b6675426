import { build, type Batch } from '../../src/linalg/matrix.js';
import { gram } from '../../src/linalg/product.js';
import { applyLayer } from '../../src/network/direct.js';
import { stagesOf } from '../../src/network/layer.js';
import { batchNormRelu } from '../../src/network/layers.js';
import { derived } from '../../src/theory/source.js';
import { theorem } from '../../src/theory/theorem.js';
import { twoGroupsTurnOrthogonal } from '../recenter-relu/two-groups-turn-orthogonal.js';
import { drawWeights, type WeightChoice } from '../weight-choice.js';
import { batchNormLeavesTwoPointsASign } from './batch-norm-leaves-two-points-a-sign.js';

export interface TwoPoints extends WeightChoice {
  /** One pair an input coordinate: its value at the one point and at the other. */
  readonly places: readonly (readonly [number, number])[];
}

/** The pre-activations of the two points, before any stage. Shape: neurons × 2. */
export function before(instance: TwoPoints): Batch {
  const { places } = instance;
  const batch: Batch = build(places.length, 2, (k, i) => places[k]?.[i === 0 ? 0 : 1] ?? NaN);
  return applyLayer([], drawWeights(instance, places.length), batch);
}

/** max |z_i| / |z_1 - z_2| of a neuron: what multiplies rounding there. */
export function nearness(z: Batch, k: number): number {
  const [first, second] = [z.values[2 * k] ?? NaN, z.values[2 * k + 1] ?? NaN];
  return Math.max(Math.abs(first), Math.abs(second)) / Math.abs(first - second);
}

/** Why: batch normalisation leaves each neuron the sign of z_1 - z_2, and ReLU gives it to the point that it favours. */
export const batchNormedPairsShareNoNeuron = theorem<TwoPoints>({
  id: 'identities/batch-normed-pairs-share-no-neuron',
  kind: 'exact',
  says: 'Batch normalisation and ReLU divide the neurons between two points: the points are orthogonal, and their squared norms count the neurons of each.',
  formula: String.raw`X^\top X = \mathrm{diag}(B, d - B),\quad B = \#\{k : z_{k1} > z_{k2}\}`,
  source: derived('docs/derivations.md#rounding-of-the-stages'),
  covers: ['contrasts F17'],
  uses: [batchNormLeavesTwoPointsASign, twoGroupsTurnOrthogonal],
  assumes: {
    'every neuron tells the two points apart': (instance) => {
      const z = before(instance);
      return Array.from({ length: z.rows }, (_, k) => nearness(z, k)).every((near) => near < 1e12);
    },
  },
  layer: () => batchNormRelu,
  margins: (instance, layer) => {
    const z = before(instance);
    const count = Array.from({ length: z.rows }, (_, k) => k).filter(
      (k) => (z.values[2 * k] ?? NaN) > (z.values[2 * k + 1] ?? NaN),
    ).length;
    const after: Batch = { ...z, values: z.values.slice() };
    for (const stage of stagesOf(layer)) stage.onBatchInto(after);
    const [first = NaN, cross = NaN, , second = NaN] = gram(after).values;
    return {
      orthogonal: -Math.abs(cross),
      'neurons of the one': -Math.abs(first - count),
      'neurons of the other': -Math.abs(second - (z.rows - count)),
    };
  },
});
