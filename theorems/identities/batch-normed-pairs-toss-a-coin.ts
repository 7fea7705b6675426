import { type Batch, build } from '../../src/linalg/matrix.js';
import { applyLayer } from '../../src/network/direct.js';
import { stagesOf } from '../../src/network/layer.js';
import { batchNormRelu } from '../../src/network/layers.js';
import type { WeightLaw } from '../../src/network/weight-law.js';
import { gaussian } from '../../src/network/weights.js';
import { derived } from '../../src/theory/source.js';
import { type LawTheorem, theorem } from '../../src/theory/theorem.js';
import { batchNormedPairsShareNoNeuron } from './batch-normed-pairs-share-no-neuron.js';

/** Two points before a layer. */
export interface PairBeforeALayer {
  /** One an input coordinate: its value at the first point, and how much larger it is at the second. */
  readonly places: readonly { readonly at: number; readonly step: number }[];
  /** How much larger every coordinate is at a third point, of which there is none in the claim. */
  readonly third?: number;
  readonly width: number;
}

/** The conclusion for a given law of the weights. */
export function tossedBy(weights: WeightLaw): Pick<LawTheorem<PairBeforeALayer>, 'sample'> {
  return {
    sample: ({ places, third, width }, layer, key) => {
      const points = third === undefined ? 2 : 3;
      const batch: Batch = build(places.length, points, (k, i) => {
        const { at, step } = places[k] ?? { at: NaN, step: NaN };
        return i === 0 ? at : i === 1 ? at + step : at + (third ?? NaN);
      });
      const after = applyLayer(stagesOf(layer), weights.draw(key, width, places.length), batch);
      let count = 0;
      for (let k = 0; k < width; k++) {
        if ((after.values[k * after.cols] ?? NaN) > (after.values[k * after.cols + 1] ?? NaN)) count += 1;
      }
      return count;
    },
  };
}

/** The probabilities of 0, ..., trials heads of a coin. */
export function binomial(trials: number, heads: number): readonly number[] {
  let law: readonly number[] = [1];
  for (let t = 0; t < trials; t++) {
    law = [...law, 0].map((stays, k) => stays * (1 - heads) + (law[k - 1] ?? 0) * heads);
  }
  return law;
}

/** Why: z_1 - z_2 of a neuron is w'(x_1 - x_2), whose sign is a fair coin of its own for each neuron. */
export const batchNormedPairsTossACoin = theorem<PairBeforeALayer>({
  id: 'identities/batch-normed-pairs-toss-a-coin',
  kind: 'law',
  says: 'Batch normalisation and ReLU divide the neurons between two points by fair coins, whatever the points are: all that is left of them is chance.',
  formula: String.raw`X^\top X = \mathrm{diag}(B, d - B),\quad B \sim \mathrm{Bin}(d, \tfrac12)`,
  source: derived('docs/derivations.md#two-points-and-a-coin'),
  covers: ['contrasts F17'],
  uses: [batchNormedPairsShareNoNeuron],
  assumes: {
    'two different points': ({ places }) => places.some(({ step }) => step !== 0),
    'no other point': ({ third }) => third === undefined,
  },
  layer: () => batchNormRelu,
  law: { of: 'categories', probabilities: ({ width }) => binomial(width, 0.5) },
  ...tossedBy(gaussian),
});
