import { rank } from '../../src/geometry/spectrum.js';
import { type Batch, build } from '../../src/linalg/matrix.js';
import { applyLayer } from '../../src/network/direct.js';
import { stagesOf } from '../../src/network/layer.js';
import { linear } from '../../src/network/layers.js';
import { recenter } from '../../src/network/stages.js';
import { derived } from '../../src/theory/source.js';
import { type DeterministicTheorem, theorem } from '../../src/theory/theorem.js';

/** Rows of whole numbers; `complete` replaces the last one so that all of them sum to a constant row. */
export interface RowsOfNumbers {
  readonly rows: readonly (readonly number[])[];
  /** Entries of a row that count. */
  readonly points: number;
  readonly complete: boolean;
}

/** The batch Z. Shape: rows × points. */
export function rowsBatch({ rows, points, complete }: RowsOfNumbers): Batch {
  const last = rows.length - 1;
  const above = (j: number): number => rows.slice(0, last).reduce((sum, row) => sum + (row[j] ?? NaN), 0);
  return build(rows.length, points, (k, j) => (complete && k === last ? 1 - above(j) : (rows[k]?.[j] ?? NaN)));
}

/** True when the constant row is a combination of the rows. */
export function spansConstants(batch: Batch): boolean {
  const values = new Float64Array([...batch.values, ...Array.from({ length: batch.cols }, () => 1)]);
  return rank({ rows: batch.rows + 1, cols: batch.cols, values }) === rank(batch);
}

/** The conclusion for a given loss of rank, so that a false one can be put in its place. */
export function loses(loss: (batch: Batch) => number): Pick<DeterministicTheorem<RowsOfNumbers>, 'margins'> {
  return {
    margins: (instance, layer) => {
      const batch = rowsBatch(instance);
      const unit = build<'neuron', 'input'>(batch.rows, batch.rows, (i, j) => (i === j ? 1 : 0));
      const after = applyLayer(stagesOf(layer), unit, batch);
      return { rank: -Math.abs(rank(batch) - loss(batch) - rank(after)) };
    },
  };
}

/** Why: recentering projects the row space along the constant row, which drops its dimension exactly when that row lies in it. */
export const recenteringLowersRank = theorem<RowsOfNumbers>({
  id: 'rescale-linear/recentering-lowers-rank-by-at-most-one',
  kind: 'exact',
  says: 'Recentering lowers the rank of a batch by one when the constant row is a combination of its rows, and not at all otherwise.',
  formula: String.raw`\mathrm{rank}\, ZP = \mathrm{rank}\, Z - [\,1 \in \mathrm{row}\, Z\,]`,
  source: derived('docs/derivations.md#rank-of-a-recentred-batch'),
  covers: ['contrasts B2'],
  uses: [],
  assumes: {
    'enough numbers in every row': ({ rows, points }) =>
      rows.length >= 1 && points >= 1 && rows.every(({ length }) => length >= points),
  },
  layer: () => ({ ...linear, recenter }),
  ...loses((batch) => (spansConstants(batch) ? 1 : 0)),
});
