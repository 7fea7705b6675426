import { linear } from '../../src/network/layers.js';
import { rescale } from '../../src/network/stages.js';
import { derived } from '../../src/theory/source.js';
import { theorem } from '../../src/theory/theorem.js';
import { entriesOf, type Row, sum, through } from '../row.js';

/** Why: the stage divides by the root of what it then averages. Its mean is free, so only after recentering is this a variance. */
export const rescaledNeuronsHaveMeanSquareOne = theorem<Row>({
  id: 'identities/rescaled-neurons-have-mean-square-one',
  kind: 'exact',
  says: 'After rescaling the squares of a neuron have mean 1 over the batch.',
  formula: String.raw`\tfrac1n \sum_i RS(z)_i^2 = 1`,
  source: derived('docs/derivations.md#rounding-of-the-stages'),
  covers: ['contrasts F5'],
  uses: [],
  assumes: { 'a row that is not zero': ({ apart }) => apart > 0 },
  layer: () => ({ ...linear, rescale }),
  margins: (row, layer) => {
    const after = through([layer.rescale], entriesOf(row));
    return { 'mean square': -Math.abs(sum(after.map((x) => x * x)) / after.length - 1) };
  },
});
