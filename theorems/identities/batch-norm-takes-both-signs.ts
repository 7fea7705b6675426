import { linear } from '../../src/network/layers.js';
import { recenter, rescale } from '../../src/network/stages.js';
import { derived } from '../../src/theory/source.js';
import { type DeterministicTheorem, theorem } from '../../src/theory/theorem.js';
import { entriesOf, pointsIn, type Row, through } from '../row.js';
import { batchNormBoundsEveryEntry } from './batch-norm-bounds-every-entry.js';

/** The conclusion for a given square of the bound's inverse, so that a false one can be put in its place. */
export function beyond(square: (points: number) => number): Pick<DeterministicTheorem<Row>, 'margins'> {
  return {
    margins: (row, layer) => {
      const bound = 1 / Math.sqrt(square(pointsIn(row)));
      const after = through([layer.recenter, layer.rescale], entriesOf(row));
      return { above: Math.max(...after) - bound, below: -bound - Math.min(...after) };
    },
  };
}

/** Why: sum (a - y_i)(y_i + b) >= 0 for y between -b and a, so ab >= 1; and neither exceeds sqrt(n - 1). */
export const batchNormTakesBothSigns = theorem<Row>({
  id: 'identities/batch-norm-takes-both-signs',
  kind: 'exact',
  says: 'A batch-normalised neuron is at least 1/sqrt(n - 1) on some point and at most the opposite on another: it is never on, nor off, for a whole batch.',
  formula: String.raw`\max_i BN(z)_i \ge \tfrac1{\sqrt{n-1}},\quad \min_i BN(z)_i \le -\tfrac1{\sqrt{n-1}}`,
  source: derived('docs/derivations.md#both-signs'),
  covers: ['contrasts F15'],
  uses: [batchNormBoundsEveryEntry],
  assumes: { 'a row that is not constant': ({ apart }) => apart > 0 },
  layer: () => ({ ...linear, recenter, rescale }),
  ...beyond((points) => points - 1),
});
