import { recenterRelu } from '../../src/network/layers.js';
import { derived } from '../../src/theory/source.js';
import { theorem } from '../../src/theory/theorem.js';
import { entriesOf, type Row, sum, through } from '../row.js';
import { recentredRowsSumToZero } from './recentred-rows-sum-to-zero.js';
import { reluSplitsANumberInTwo } from './relu-splits-a-number-in-two.js';

/** Why: what is kept less what is dropped is the sum of the row. The squares have no such balance: the odd point lives on it. */
export const reluKeepsAsMuchAsItDrops = theorem<Row>({
  id: 'identities/relu-keeps-as-much-as-it-drops',
  kind: 'exact',
  says: 'After recentering, ReLU keeps of every neuron as much, summed over the batch, as it would keep of the opposite neuron.',
  formula: String.raw`\sum_i \mathrm{relu}(y_i) = \sum_i \mathrm{relu}(-y_i),\quad y = Pz`,
  source: derived('docs/derivations.md#rounding-of-the-stages'),
  covers: ['contrasts F14'],
  uses: [recentredRowsSumToZero, reluSplitsANumberInTwo],
  assumes: { 'at least two points that differ': ({ apart }) => apart > 0 },
  layer: () => recenterRelu,
  margins: (row, layer) => {
    const recentred = through([layer.recenter], entriesOf(row));
    const kept = sum(through([layer.activate], recentred));
    const dropped = sum(
      through(
        [layer.activate],
        recentred.map((x) => -x),
      ),
    );
    return { balance: -Math.abs(kept - dropped) };
  },
});
