import { type Layer, stagesOf } from '../../src/network/layer.js';
import { batchNormRelu } from '../../src/network/layers.js';
import { observed } from '../../src/theory/source.js';
import { type DeterministicTheorem, theorem } from '../../src/theory/theorem.js';
import { inBand } from '../odd-point-state.js';
import { spreadAfter } from '../odd-spread.js';
import { oneAngleDescribesTheOddPoint } from '../recenter-relu/one-angle-describes-the-odd-point.js';

/** One odd point and a cluster that is all but a single point. */
export interface TightCluster {
  readonly points: number;
  /** The spread times n^2 is 10 to the minus this. */
  readonly digits: number;
}

/** The conclusion for a given growth of the spread, so that a false one can be put in its place. */
export function spreadGrows(
  reached: (spread: number, points: number) => number,
): Pick<DeterministicTheorem<TightCluster>, 'margins'> {
  return {
    margins: ({ points, digits }, layer: Layer) => {
      let spread = 1 / (points * points);
      for (let k = 0; k < digits; k++) spread /= 10;
      return {
        'as the square root': inBand(
          spreadAfter(stagesOf(layer), points, spread) / reached(spread, points),
          0.86,
          1.34,
        ),
      };
    },
  };
}

/** Why: rescaled, a row is all odd point but for a share sqrt(spread) of the rows, where it vanishes and the cluster fills the row. */
export const rescalingRepelsATightCluster = theorem<TightCluster>({
  id: 'contrasts/rescaling-repels-a-tight-cluster',
  kind: 'limit',
  says: 'Full batch normalisation with ReLU tears a tight cluster apart: one layer turns its spread q into sqrt(n q), up to a factor between 0.86 and 1.34, where recentering alone would make it q (1 + 2/n).',
  formula: String.raw`0.86 \sqrt{n q} \le q' \le 1.34 \sqrt{n q}\quad (n^2 q \le 10^{-3})`,
  source: observed(
    'the exact map of the spread at infinite width; the power is derived in docs/derivations.md#rescaled-tight-cluster',
  ),
  covers: ['contrasts D4'],
  uses: [oneAngleDescribesTheOddPoint],
  assumes: {
    'at least three points': ({ points }) => points >= 3,
    'a tight cluster': ({ digits }) => digits >= 3,
  },
  layer: () => batchNormRelu,
  ...spreadGrows((spread, points) => Math.sqrt(points * spread)),
});
