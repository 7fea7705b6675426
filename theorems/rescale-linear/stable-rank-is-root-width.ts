import { spectrum } from '../../src/geometry/spectrum.js';
import type { Batch, Factor } from '../../src/linalg/matrix.js';
import { rescaleLinear } from '../../src/network/layers.js';
import { observed } from '../../src/theory/source.js';
import { type ProbableTheorem, theorem } from '../../src/theory/theorem.js';
import { along, meanOf } from '../stationary-chain.js';
import { softRankDominates } from './soft-rank-dominates-stable-rank.js';

/** As many points as neurons. */
export interface SquareBatch {
  readonly width: number;
}

/** (tr M)^2/|M|^2 for M = HH'/n: the sum of the squared singular values, squared, over the sum of their fourth powers. */
function inverseParticipation(factor: Batch | Factor): number {
  const squares = spectrum(factor).map((value) => value * value);
  const sum = squares.reduce((total, x) => total + x, 0);
  return (sum * sum) / squares.reduce((total, x) => total + x * x, 0);
}

/** The stable ranks of the layers, after the chain has settled. */
export function ranksAlong({ width }: SquareBatch, ...[layer, key]: Tail): readonly number[] {
  const chain = { points: width, width, settling: 60, depth: 160, every: 4 };
  return along(chain, layer, key, inverseParticipation);
}

type Tail = [layer: Parameters<typeof along>[1], key: Parameters<typeof along>[2]];

/** The conclusion for given bounds, so that false ones can be put in their place. */
export function ranksBetween(
  least: (width: number) => number,
  most: (width: number) => number,
): Pick<ProbableTheorem<SquareBatch>, 'event'> {
  return {
    event: (batch, layer, key) => {
      const mean = meanOf(ranksAlong(batch, layer, key));
      return { 'at least': mean - least(batch.width), 'at most': most(batch.width) - mean };
    },
  };
}

/** Why: d points in d neurons are far below the n^2/4 that full rank takes, so about 2 sqrt d directions survive; measured. */
export const stableRankIsRootWidth = theorem<SquareBatch>({
  id: 'rescale-linear/stable-rank-is-root-width',
  kind: 'probable',
  says: 'With as many points as neurons, 4 to 24, deep linear layers with rescaling keep a stable rank that averages 0.7 to 1.05 times sqrt d: the order sqrt d of 2020, with its constant.',
  formula: String.raw`0.7 \sqrt d \le \frac1L \sum_l \frac{(\mathrm{tr} M_l)^2}{\|M_l\|_F^2} \le 1.05 \sqrt d`,
  source: observed('means of 0.77 to 0.89 sqrt d for d = 4 to 64 without a residual branch, 0.78 to 0.95 with one'),
  covers: ['contrasts L2', 'contrasts A10'],
  uses: [softRankDominates],
  assumes: { '4 to 24 neurons': ({ width }) => width >= 4 && width <= 24 },
  layer: () => rescaleLinear,
  probability: 0.7,
  indifference: 0.4,
  ...ranksBetween(
    (width) => 0.7 * Math.sqrt(width),
    (width) => 1.05 * Math.sqrt(width),
  ),
});
