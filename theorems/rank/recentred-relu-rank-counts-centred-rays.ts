import { reluCapacity } from '../../src/geometry/relu-capacity.js';
import { at, type Batch, build } from '../../src/linalg/matrix.js';
import { stagesOf } from '../../src/network/layer.js';
import { recenterRelu } from '../../src/network/layers.js';
import { derived } from '../../src/theory/source.js';
import { type DeterministicTheorem, theorem } from '../../src/theory/theorem.js';
import { batchOf, centredOf, type IntegerPoints } from '../integer-points.js';
import { rankMargins, wideEigenvalues } from '../wide-rank.js';
import { wideReluRankCountsRays } from './wide-relu-rank-counts-rays.js';

/** Points with one more input, which is the same for all of them: 0, or a bias. */
export interface LiftedPoints extends IntegerPoints {
  readonly lift: number;
}

/** The batch. Shape: (inputs + 1) × points. */
export function liftedBatch(points: LiftedPoints): Batch {
  const batch = batchOf(points);
  return build(batch.rows + 1, batch.cols, (k, i) => (k < batch.rows ? at(batch, k, i) : points.lift));
}

/** The conclusion for a given rank, so that a false one can be put in its place. */
export function attainingCentred(rank: (batch: Batch) => number): Pick<DeterministicTheorem<LiftedPoints>, 'margins'> {
  return {
    margins: (points, layer) => {
      const batch = liftedBatch(points);
      return rankMargins(wideEigenvalues(stagesOf(layer), batch), rank(batch));
    },
  };
}

/** Why: recentering after W is recentering before it, W(XP) = (WX)P, so the layer is a ReLU layer on the centred points. */
export const recentredReluRankCountsCentredRays = theorem<LiftedPoints>({
  id: 'rank/recentred-relu-rank-counts-centred-rays',
  kind: 'limit',
  says: 'With recentering the rank of a wide ReLU layer counts the rays of the centred points: two different points keep rank 2, and other batches may gain or lose rank by it.',
  formula: String.raw`\mathrm{rank}\, F(G) = \mathrm{rays} - p + s\ \text{ of } x_i - \bar x`,
  source: derived('docs/derivations.md#relu-rank'),
  covers: ['contrasts E2'],
  uses: [wideReluRankCountsRays],
  assumes: { 'points that are not all equal': ({ start, mirrored }) => start[0] !== 0 && mirrored > 0 },
  layer: () => recenterRelu,
  ...attainingCentred((batch) => reluCapacity(centredOf(batch))),
});
