import { timesPowerOfTwo } from '../../src/portable/bits.js';
import { stagesOf } from '../../src/network/layer.js';
import { recenterRelu } from '../../src/network/layers.js';
import { derived } from '../../src/theory/source.js';
import { theorem } from '../../src/theory/theorem.js';
import { drawChosen, type LayerChoice, throughLayers } from '../batch-choice.js';
import { distance } from '../row.js';

export interface DoubledBatch extends LayerChoice {
  readonly depth: number;
  /** The batch is multiplied by 2 to this power, */
  readonly doublings: number;
  /** and by this sign, which is 1 in the claim. */
  readonly sign: number;
}

/** Why: products, means and maxima all commute with a positive factor, and powers of two commute with rounding. */
export const recenterReluIsHomogeneous = theorem<DoubledBatch>({
  id: 'identities/recenter-relu-is-homogeneous',
  kind: 'exact',
  says: 'A network of recentering and ReLU of any depth multiplies its output as its input is multiplied; by powers of two, to the last bit.',
  formula: String.raw`f(2^k X) = 2^k f(X)`,
  source: derived('docs/derivations.md#rounding-of-the-stages'),
  covers: ['contrasts F9'],
  uses: [],
  assumes: {
    'at least one layer': ({ depth }) => depth >= 1,
    'a positive factor': ({ sign }) => sign === 1,
  },
  layer: () => recenterRelu,
  margins: (instance, layer) => {
    const { depth, doublings, sign } = instance;
    const batch = drawChosen(instance);
    const times = (values: Float64Array): Float64Array => values.map((x) => sign * timesPowerOfTwo(x, doublings));
    const stages = stagesOf(layer);
    const after = throughLayers(stages, instance, { ...batch, values: times(batch.values) }, depth);
    return { homogeneous: -distance(after.values, times(throughLayers(stages, instance, batch, depth).values)) };
  },
});
