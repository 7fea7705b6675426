import { orthogonalityGap } from '../../src/geometry/orthogonality-gap.js';
import { rescaleLinear } from '../../src/network/layers.js';
import { observed } from '../../src/theory/source.js';
import { type ProbableTheorem, theorem } from '../../src/theory/theorem.js';
import { along, meanOf } from '../stationary-chain.js';
import { expectedGapInOneLayer } from './expected-gap-in-one-layer.js';
import { orthogonalityReturns } from './orthogonality-returns-at-n-over-n-plus-two.js';

/** n points through layers of `perSquare` n^2 neurons. */
export interface WideForTheBatch {
  readonly points: number;
  readonly perSquare: number;
}

/** E V^2 where what a layer adds, (1 - 1/n)/d, balances what it takes at a given rate of V. */
export function balance(points: number, width: number, rate: number): number {
  return (1 - 1 / points) / (width * (1 - rate * rate) + rate * rate);
}

/** The conclusion for a given balance, so that a false one can be put in its place. */
export function settlingAt(
  level: (points: number, width: number) => number,
): Pick<ProbableTheorem<WideForTheBatch>, 'event'> {
  return {
    event: ({ points, perSquare }, layer, key) => {
      const width = perSquare * points * points;
      const chain = { points, width, settling: 8 * points, depth: 600, every: 3 };
      const gaps = along(chain, layer, key, orthogonalityGap);
      const ratio = Math.sqrt(meanOf(gaps.map((gap) => gap * gap)) / level(points, width));
      return { 'root mean square': 0.1 - Math.abs(ratio - 1) };
    },
  };
}

/** Why: near orthogonality E V'^2 = (1 - 1/d) r^2 V^2 + (1 - 1/n)/d with r = n/(n+2); at rest both sides are equal. */
export const stationaryGap = theorem<WideForTheBatch>({
  id: 'rescale-linear/stationary-gap',
  kind: 'probable',
  says: 'In deep linear layers with rescaling, of 2 n^2 neurons or more for 2 to 8 points, the orthogonality gap does not vanish: its root mean square settles within a tenth of a value near sqrt(n/d)/2.',
  formula: String.raw`\mathrm{rms}\, V \approx \sqrt{\frac{1 - 1/n}{d(1 - r^2) + r^2}},\ r = \tfrac n{n+2};\quad \approx \tfrac12 \sqrt{n/d}`,
  source: observed(
    '1,000 layers of 3 to 8 points; the level is derived to first order, and 1 to 5 per cent too low at d = n^2, 8 for three points, and more than 10 at n^2/2',
  ),
  covers: ['contrasts A8'],
  uses: [expectedGapInOneLayer, orthogonalityReturns],
  assumes: {
    'two to eight points': ({ points }) => points >= 2 && points <= 8,
    'twice n^2 neurons': ({ perSquare }) => perSquare >= 2,
  },
  layer: () => rescaleLinear,
  probability: 0.7,
  indifference: 0.4,
  ...settlingAt((points, width) => balance(points, width, points / (points + 2))),
});
