import { reluCapacity } from '../../src/geometry/relu-capacity.js';
import type { Batch } from '../../src/linalg/matrix.js';
import { stagesOf } from '../../src/network/layer.js';
import { reluAlone } from '../../src/network/layers.js';
import { derived } from '../../src/theory/source.js';
import { type DeterministicTheorem, theorem } from '../../src/theory/theorem.js';
import { batchOf, type IntegerPoints } from '../integer-points.js';
import { rankMargins, wideEigenvalues } from '../wide-rank.js';
import { reluRankIsCappedByRays } from './relu-rank-is-capped-by-rays.js';

/** The conclusion for a given rank, so that a false one can be put in its place. */
export function attaining(rank: (batch: Batch) => number): Pick<DeterministicTheorem<IntegerPoints>, 'margins'> {
  return {
    margins: (points, layer) => {
      const batch = batchOf(points);
      return rankMargins(wideEigenvalues(stagesOf(layer), batch), rank(batch));
    },
  };
}

/** Why: if sum c_i relu(w.x_i) = 0 for all w, there is no kink at any hyperplane, so what is left of the sum is linear. */
export const wideReluRankCountsRays = theorem<IntegerPoints>({
  id: 'rank/wide-relu-rank-counts-rays',
  kind: 'limit',
  says: 'A wide ReLU layer attains that rank: n unless a point is at the origin, two are on one ray, or the lines that hold two rays are dependent.',
  formula: String.raw`\mathrm{rank}\, \Big(\tfrac12 \|x_i\| \|x_j\| \kappa(\cos(x_i, x_j))\Big)_{ij} = \mathrm{rays} - p + s`,
  source: derived('docs/derivations.md#relu-rank'),
  covers: ['contrasts E1', 'contrasts L6'],
  uses: [reluRankIsCappedByRays],
  assumes: { 'a point that is not at the origin': ({ start }) => start[0] !== 0 },
  layer: () => reluAlone,
  ...attaining(reluCapacity),
});
