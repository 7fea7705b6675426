import { linear } from '../../src/network/layers.js';
import { recenter, rescale } from '../../src/network/stages.js';
import { literature } from '../../src/theory/source.js';
import { type DeterministicTheorem, theorem } from '../../src/theory/theorem.js';
import { entriesOf, largest, pointsIn, type Row, through } from '../row.js';

/** The conclusion for given squares of the two bounds, so that false ones can be put in their place. */
export function below(
  batchNorm: (points: number) => number,
  rescaling: (points: number) => number,
): Pick<DeterministicTheorem<Row>, 'margins'> {
  return {
    margins: (row, layer) => {
      const entries = entriesOf(row);
      const points = pointsIn(row);
      return {
        'batch normalisation':
          Math.sqrt(batchNorm(points)) - largest(through([layer.recenter, layer.rescale], entries)),
        'rescaling alone': Math.sqrt(rescaling(points)) - largest(through([layer.rescale], entries)),
      };
    },
  };
}

/** Why: if one of n centred numbers is a, the others sum to -a, so that their squares sum to a^2/(n-1) at least. */
export const batchNormBoundsEveryEntry = theorem<Row>({
  id: 'identities/batch-norm-bounds-every-entry',
  kind: 'exact',
  says: 'No batch-normalised number exceeds sqrt(n - 1), which one point against n - 1 equal ones attains; rescaling alone gives sqrt n.',
  formula: String.raw`\|BN(z)\|_\infty \le \sqrt{n-1},\quad \|RS(z)\|_\infty \le \sqrt n`,
  source: literature('Samuelson 1968, "How deviant can you be?", J. Amer. Statist. Assoc. 63, 1522-1525'),
  covers: ['contrasts F12'],
  uses: [],
  assumes: { 'a row that is not constant': ({ apart }) => apart > 0 },
  layer: () => ({ ...linear, recenter, rescale }),
  ...below(
    (points) => points - 1,
    (points) => points,
  ),
});
