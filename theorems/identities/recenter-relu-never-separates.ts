import { recenterRelu } from '../../src/network/layers.js';
import { stagesOf } from '../../src/network/layer.js';
import { derived } from '../../src/theory/source.js';
import { type DeterministicTheorem, theorem } from '../../src/theory/theorem.js';
import { entriesOf, pointsIn, type Row, sum, through } from '../row.js';

/** Two rows: one, and what becomes of it when an amount passes from one of its points to another and the points move. */
export interface TwoRows extends Row {
  readonly from: number;
  readonly to: number;
  readonly amount: number;
  /** How far each point moves, in thousandths of the amount; points beyond stay. */
  readonly moves: readonly number[];
}

/** The second row. */
export function movedRow({ from, to, amount, moves, ...row }: TwoRows): Float64Array {
  const points = pointsIn(row);
  const moved = entriesOf(row).map((x, i) => x + (amount * (moves[i] ?? 0)) / 1000);
  moved[from % points] = (moved[from % points] ?? NaN) - amount;
  moved[to % points] = (moved[to % points] ?? NaN) + amount;
  return moved;
}

/** Euclidean distance. */
export function apart(a: Float64Array, b: Float64Array): number {
  return Math.sqrt(sum(a.map((x, i) => (x - (b[i] ?? NaN)) * (x - (b[i] ?? NaN)))));
}

/** The conclusion for a given Lipschitz constant, so that a false one can be put in its place. */
export function separatesAtMost(constant: number): Pick<DeterministicTheorem<TwoRows>, 'margins'> {
  return {
    margins: (rows, layer) => {
      const [one, other] = [entriesOf(rows), movedRow(rows)];
      const after = apart(through(stagesOf(layer), one), through(stagesOf(layer), other));
      return { distance: constant * apart(one, other) - after };
    },
  };
}

/** Why: P is an orthogonal projection, and |relu(a) - relu(b)| <= |a - b|. Rescaling is not even continuous at constant rows. */
export const recenterReluNeverSeparates = theorem<TwoRows>({
  id: 'identities/recenter-relu-never-separates',
  kind: 'exact',
  says: 'Recentering and ReLU never take two neurons farther apart: the layer is 1-Lipschitz in the Frobenius norm of its pre-activations.',
  formula: String.raw`\|\mathrm{relu}(Pz) - \mathrm{relu}(Pz')\| \le \|z - z'\|`,
  source: derived('docs/derivations.md#rounding-of-the-stages'),
  covers: ['contrasts F16'],
  uses: [],
  assumes: { 'at least two points that differ': (rows) => rows.apart > 0 },
  layer: () => recenterRelu,
  ...separatesAtMost(1),
});
