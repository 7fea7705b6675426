import { linear } from '../../src/network/layers.js';
import { recenter } from '../../src/network/stages.js';
import { derived } from '../../src/theory/source.js';
import { theorem } from '../../src/theory/theorem.js';
import { distance, entriesOf, type Row, through } from '../row.js';

/** Why: P = I - 11'/n is a projection; what is left after one subtraction has mean zero up to the rounding of that mean. */
export const recenteringIsIdempotent = theorem<Row>({
  id: 'identities/recentering-is-idempotent',
  kind: 'exact',
  says: 'Recentering twice is recentering once.',
  formula: String.raw`P^2 = P,\quad P = I - \tfrac1n \mathbf 1 \mathbf 1^\top`,
  source: derived('docs/derivations.md#rounding-of-the-stages'),
  covers: ['contrasts F1'],
  uses: [],
  assumes: { 'at least two points that differ': ({ apart }) => apart > 0 },
  layer: () => ({ ...linear, recenter }),
  margins: (row, layer) => {
    const once = through([layer.recenter], entriesOf(row));
    return { 'twice is once': -distance(through([layer.recenter], once), once) };
  },
});
