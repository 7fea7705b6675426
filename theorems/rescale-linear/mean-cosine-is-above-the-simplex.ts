import { cosines } from '../../src/geometry/cosines.js';
import type { Batch, Factor } from '../../src/linalg/matrix.js';
import { batchNormLinear } from '../../src/network/layers.js';
import { observed } from '../../src/theory/source.js';
import { type ProbableTheorem, theorem } from '../../src/theory/theorem.js';
import { along, meanOf } from '../stationary-chain.js';
import { simplexReturns } from './simplex-returns-at-n-minus-one-over-n-plus-one.js';
import { stationaryGap } from './stationary-gap.js';

/** Points in layers of a width. */
export interface BatchInWidth {
  readonly points: number;
  readonly width: number;
}

/** The mean cosine of two points. NaN for one. */
export function meanCosine(factor: Batch | Factor): number {
  const { rows, values } = cosines(factor);
  let sum = 0;
  values.forEach((x, m) => {
    if (m % (rows + 1) !== 0) sum += x;
  });
  return sum / (rows * (rows - 1));
}

/** The conclusion for a given excess, so that a false one can be put in its place. */
export function exceedingBy(excess: (batch: BatchInWidth) => number): Pick<ProbableTheorem<BatchInWidth>, 'event'> {
  return {
    event: (batch, layer, key) => {
      const { points, width } = batch;
      const found: number[] = [];
      const chain = { points, width, settling: 4 * points, depth: 320, every: 2 };
      const least = Math.min(
        ...along(chain, layer, key, (factor) => {
          found.push(meanCosine(factor));
          return found.at(-1) ?? NaN;
        }),
      );
      const mean = meanOf(found.slice(-160)) + 1 / (points - 1);
      return { 'never below': least + 1 / (points - 1) + 1e-12, excess: 0.35 - Math.abs(mean / excess(batch) - 1) };
    },
  };
}

/** Why: unit vectors have a sum, of a square of at least 0; the sum is what the norms differ by, and these fluctuate with variance n/2d. */
export const meanCosineIsAboveTheSimplex = theorem<BatchInWidth>({
  id: 'rescale-linear/mean-cosine-is-above-the-simplex',
  kind: 'probable',
  says: 'At finite width, batch normalisation without a non-linearity leaves the mean cosine above -1/(n-1), in every layer, and on average by (n+1)(n-2)/(8 d (n-1)^2), about 1/(8d): of order 1/d, and not n/d.',
  formula: String.raw`\overline{\cos} \ge \tfrac{-1}{n-1},\quad E\,\overline{\cos} + \tfrac1{n-1} \approx \frac{(n+1)(n-2)}{8 d (n-1)^2}`,
  source: observed(
    'first-order balance derived in docs/derivations.md#mean-cosine-of-the-simplex; five runs each of 3 to 12 points at widths 64 to 576: within 15 per cent; 20 runs of three points at width 8: within 35, of eight at width 16 13 of 20',
  ),
  covers: ['contrasts B1'],
  uses: [simplexReturns, stationaryGap],
  assumes: {
    '3 to 8 points': ({ points }) => points >= 3 && points <= 8,
    'width 32 to 128': ({ width }) => width >= 32 && width <= 128,
  },
  layer: () => batchNormLinear,
  probability: 0.7,
  indifference: 0.4,
  ...exceedingBy(({ points: n, width }) => ((n + 1) * (n - 2)) / (8 * width * (n - 1) * (n - 1))),
});
