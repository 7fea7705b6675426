import { gram } from '../../src/linalg/product.js';
import { applyLayer } from '../../src/network/direct.js';
import { stagesOf } from '../../src/network/layer.js';
import { recenterRelu } from '../../src/network/layers.js';
import { derived } from '../../src/theory/source.js';
import { theorem } from '../../src/theory/theorem.js';
import { drawChosen, type LayerChoice, weightsOf } from '../batch-choice.js';

/** Why: all entries are at least 0, and so are their products. */
export const reluLeavesNoObtuseAngle = theorem<LayerChoice>({
  id: 'identities/relu-leaves-no-obtuse-angle',
  kind: 'exact',
  says: 'After a layer that ends in ReLU no two points are more than a right angle apart.',
  formula: String.raw`\langle x_i, x_j \rangle \ge 0`,
  source: derived('docs/derivations.md#rounding-of-the-stages'),
  covers: ['contrasts F15'],
  uses: [],
  assumes: { 'at least two points': ({ points }) => points >= 2 },
  layer: () => recenterRelu,
  margins: (choice, layer) => {
    const inner = gram(applyLayer(stagesOf(layer), weightsOf(choice), drawChosen(choice)));
    return { 'smallest inner product': inner.values.reduce((found, x) => Math.min(found, x), Infinity) };
  },
});
