import { linear } from '../../src/network/layers.js';
import { recenter } from '../../src/network/stages.js';
import { derived } from '../../src/theory/source.js';
import { theorem } from '../../src/theory/theorem.js';
import { largest, through } from '../row.js';

/** A neuron that says the same of every point. */
export interface ConstantRow {
  readonly value: number;
  readonly points: number;
}

/** Why: the mean of equal numbers is that number, off by the rounding of the sum; of two numbers the sum is exact. */
export const recenteringErasesAConstantRow = theorem<ConstantRow>({
  id: 'identities/recentering-erases-a-constant-row',
  kind: 'exact',
  says: 'Recentering sends a neuron that is equal on the whole batch to zero; for two points to the last bit.',
  formula: String.raw`P\, c\mathbf 1 = 0`,
  source: derived('docs/derivations.md#rounding-of-the-stages'),
  covers: ['contrasts F2'],
  uses: [],
  assumes: { 'at least one point': ({ points }) => points >= 1 },
  layer: () => ({ ...linear, recenter }),
  margins: ({ value, points }, layer) => {
    const left = largest(through([layer.recenter], new Float64Array(points).fill(value)));
    return points <= 2 ? { 'one or two points': -left } : { 'more points': -left };
  },
});
