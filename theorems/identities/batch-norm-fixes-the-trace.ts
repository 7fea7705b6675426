import { trace } from '../../src/linalg/matrix.js';
import { gram } from '../../src/linalg/product.js';
import { applyLayer } from '../../src/network/direct.js';
import { stagesOf } from '../../src/network/layer.js';
import { linear } from '../../src/network/layers.js';
import { recenter, rescale } from '../../src/network/stages.js';
import { derived } from '../../src/theory/source.js';
import { theorem } from '../../src/theory/theorem.js';
import { drawChosen, type LayerChoice, weightsOf } from '../batch-choice.js';
import { rescaledNeuronsHaveMeanSquareOne } from './rescaled-neurons-have-mean-square-one.js';

/** Why: each of the d neurons contributes the sum of its squares, which is n. */
export const batchNormFixesTheTrace = theorem<LayerChoice>({
  id: 'identities/batch-norm-fixes-the-trace',
  kind: 'exact',
  says: 'After batch normalisation the squared norms of the points sum to points times neurons, for any weights and any batch.',
  formula: String.raw`\mathrm{tr}\, X^\top X = n d`,
  source: derived('docs/derivations.md#rounding-of-the-stages'),
  covers: ['contrasts F15'],
  uses: [rescaledNeuronsHaveMeanSquareOne],
  assumes: { 'points that differ': ({ points }) => points >= 3 },
  layer: () => ({ ...linear, recenter, rescale }),
  margins: (choice, layer) => {
    const after = applyLayer(stagesOf(layer), weightsOf(choice), drawChosen(choice));
    return { trace: -Math.abs(trace(gram(after)) / (after.rows * after.cols) - 1) };
  },
});
