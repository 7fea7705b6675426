import { derived, theorem } from 'batch-norm-decomposed/theory';
import { batchOf, everyPointVaries, pointOf, type PreActivations, pointsIn, through } from '../pre-activations.js';
import { layerNormRelu } from '../stages.js';

/** Why: both stages and the activation read one point only. It is what batch normalisation gives up, and so needs a batch for. */
export const pointsIgnoreEachOther = theorem<PreActivations>({
  id: 'layer-norm/points-ignore-each-other',
  kind: 'exact',
  says: 'What layer normalisation makes of a point does not depend on the rest of the batch.',
  formula: String.raw`LN(Z)_{\cdot i} = LN(Z_{\cdot i})`,
  source: derived('README.md#why'),
  uses: [],
  assumes: everyPointVaries,
  layer: () => layerNormRelu,
  margins: (z, layer) => {
    const batch = batchOf(z);
    const together = pointsIn(through(layer, batch));
    const apart = together.map((point, i) => {
      const { values: alone } = through(layer, pointOf(batch, i));
      return Math.max(...point.map((x, k) => Math.abs(x - (alone[k] ?? NaN))));
    });
    return { 'alone as in the batch': -Math.max(...apart) };
  },
});
