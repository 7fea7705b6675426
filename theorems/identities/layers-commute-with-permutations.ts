import { stagesOf } from '../../src/network/layer.js';
import { applyLayer } from '../../src/network/direct.js';
import { batchNormRelu } from '../../src/network/layers.js';
import { derived } from '../../src/theory/source.js';
import { type DeterministicTheorem, theorem } from '../../src/theory/theorem.js';
import { columnsOf, drawChosen, type LayerChoice, ordered, rowOf, weightsOf } from '../batch-choice.js';
import { deviation, distance, largest } from '../row.js';

export interface PermutedBatch extends LayerChoice {
  /** Place i is swapped with place i + moves[i], counted round. */
  readonly moves: readonly number[];
}

/** Why: weights act on each point by itself, and a mean does not know in which order its terms came, but for their rounding. */
export const layersCommuteWithPermutations = theorem<PermutedBatch>({
  id: 'identities/layers-commute-with-permutations',
  kind: 'exact',
  says: 'Permuting the batch permutes the output of a layer: to the last bit of weights and ReLU, to rounding with batch normalisation.',
  formula: String.raw`f(X\Pi) = f(X)\Pi`,
  source: derived('docs/derivations.md#rounding-of-the-stages'),
  covers: ['contrasts F11'],
  uses: [],
  assumes: { 'points that differ': ({ points }) => points >= 3 },
  layer: () => batchNormRelu,
  ...permutedBy(({ points, moves }) => ordered(points, moves)),
});

/** The conclusion with given orders of the output, so that a false one can be put in their place. Relative to Z / sigma. */
export function permutedBy(
  outputOrder: (instance: PermutedBatch) => readonly number[],
): Pick<DeterministicTheorem<PermutedBatch>, 'margins'> {
  return {
    margins: (instance, layer) => {
      const [batch, weights] = [drawChosen(instance), weightsOf(instance)];
      const permuted = columnsOf(batch, ordered(instance.points, instance.moves));
      const plain = applyLayer([layer.activate], weights, batch);
      const normalised = applyLayer(stagesOf(layer), weights, batch);
      const plainAfter = applyLayer([layer.activate], weights, permuted);
      const normalisedAfter = applyLayer(stagesOf(layer), weights, permuted);
      const z = applyLayer([], weights, batch);
      const order = outputOrder(instance);
      const [plainBefore, normalisedBefore] = [columnsOf(plain, order), columnsOf(normalised, order)];
      let [weightsAndRelu, batchNorm] = [0, 0];
      for (let k = 0; k < z.rows; k++) {
        const eccentricity = largest(rowOf(z, k)) / deviation(rowOf(z, k));
        weightsAndRelu = Math.max(weightsAndRelu, distance(rowOf(plainAfter, k), rowOf(plainBefore, k)));
        batchNorm = Math.max(batchNorm, distance(rowOf(normalisedAfter, k), rowOf(normalisedBefore, k)) / eccentricity);
      }
      return { 'weights and ReLU': -weightsAndRelu, 'batch normalisation': -batchNorm };
    },
  };
}
