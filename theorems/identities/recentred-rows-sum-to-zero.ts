import { linear } from '../../src/network/layers.js';
import { recenter } from '../../src/network/stages.js';
import { derived } from '../../src/theory/source.js';
import { theorem } from '../../src/theory/theorem.js';
import { entriesOf, type Row, sum, through } from '../row.js';

/** Why: n times the mean is the sum. */
export const recentredRowsSumToZero = theorem<Row>({
  id: 'identities/recentred-rows-sum-to-zero',
  kind: 'exact',
  says: 'After recentering every neuron sums to zero over the batch.',
  formula: String.raw`\mathbf 1^\top P z = 0`,
  source: derived('docs/derivations.md#rounding-of-the-stages'),
  covers: ['contrasts F13'],
  uses: [],
  assumes: { 'at least two points that differ': ({ apart }) => apart > 0 },
  layer: () => ({ ...linear, recenter }),
  margins: (row, layer) => ({ sum: -Math.abs(sum(through([layer.recenter], entriesOf(row)))) }),
});
