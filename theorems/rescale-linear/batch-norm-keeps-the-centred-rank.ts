import { rank } from '../../src/geometry/spectrum.js';
import { recenterInto } from '../../src/network/stages.js';
import { applyLayer } from '../../src/network/direct.js';
import { stagesOf } from '../../src/network/layer.js';
import { batchNormLinear } from '../../src/network/layers.js';
import type { Batch } from '../../src/linalg/matrix.js';
import { derived } from '../../src/theory/source.js';
import { type DeterministicTheorem, theorem } from '../../src/theory/theorem.js';
import { type PointsInSpace, spaceBatch } from '../finite-batch.js';
import { drawWeights, type WeightChoice } from '../weight-choice.js';
import { recenteringLowersRank } from './recentering-lowers-rank-by-at-most-one.js';

export type WeightedSpace = WeightChoice & PointsInSpace;

/** The rank of the batch after recentering it. */
export function centredRank(batch: Batch): number {
  const copy = { ...batch, values: batch.values.slice() };
  recenterInto(copy);
  return rank(copy);
}

/** The conclusion for a given rank of the input, so that a false one can be put in its place. */
export function rankIs(
  of: (batch: Batch, width: number) => number,
): Pick<DeterministicTheorem<WeightedSpace>, 'margins'> {
  return {
    margins: (instance, layer) => {
      const input = spaceBatch(instance);
      const output = applyLayer(stagesOf(layer), drawWeights(instance, input.rows), input);
      return { rank: -Math.abs(rank(output) - of(input, instance.width)) };
    },
  };
}

/** Why: the rows of W(XP) are in general position in the row space of XP, and rescaling divides rows by positive numbers. */
export const batchNormKeepsTheCentredRank = theorem<WeightedSpace>({
  id: 'rescale-linear/batch-norm-keeps-the-centred-rank',
  kind: 'exact',
  says: 'A layer of batch normalisation without a non-linearity has the rank of the recentred input, or the number of neurons when that is less: never n.',
  formula: String.raw`\mathrm{rank}\, BN(WX) = \min(d, \mathrm{rank}\, XP) \le n - 1`,
  source: derived('docs/derivations.md#rank-of-a-recentred-batch'),
  covers: ['contrasts B1'],
  uses: [recenteringLowersRank],
  assumes: { 'two points differ': ({ points, step }) => points.length >= 1 && step > 0 },
  layer: () => batchNormLinear,
  ...rankIs((batch, width) => Math.min(width, centredRank(batch))),
});
