import { rescaleLinear } from '../../src/network/layers.js';
import { derived } from '../../src/theory/source.js';
import { type DeterministicTheorem, theorem } from '../../src/theory/theorem.js';
import { correctedRateHolds } from './corrected-rate-holds.js';
import { balance, stationaryGap } from './stationary-gap.js';

/** A batch, a width, and the bound on the eigenvalues as a share of its largest value 1/n. */
export interface BoundedBatch {
  readonly points: number;
  readonly width: number;
  readonly share: number;
}

/** The conclusion for a given width below which the bound says nothing, so that a larger one can be put in its place. */
export function vacuousBelow(width: (points: number) => number): Pick<DeterministicTheorem<BoundedBatch>, 'margins'> {
  return {
    margins: ({ points, width: d, share }) => {
      const alpha = share / points;
      const bound = (3 * points) / (alpha * Math.sqrt(d));
      const largest = Math.sqrt(1 - 1 / points);
      const atRest = Math.sqrt(balance(points, d, points / (points + 2)));
      return {
        'no less than any gap': d <= width(points) ? bound - largest : 0,
        'far above the gap at rest': d >= points ? bound / atRest - 5 * points * Math.sqrt(points) : 0,
      };
    },
  };
}

/** Why: its second term is 3n/(alpha sqrt d) with alpha at most 1/n, and no gap exceeds 1. */
export const publishedBoundIsVacuousBelow = theorem<BoundedBatch>({
  id: 'rescale-linear/published-bound-is-vacuous-below',
  kind: 'exact',
  says: 'The published bound on the orthogonality gap, read as it can be proved, says nothing below 9 n^4 neurons, where it exceeds every gap; at any width from n on it is more than 5 n^(3/2) times the gap at rest.',
  formula: String.raw`d \le 9n^4 \Rightarrow \frac{3n}{\alpha\sqrt d} \ge 1 > V,\quad \frac{3n}{\alpha \sqrt d} \ge 5 n^{3/2}\, \mathrm{rms}\,V_\infty\quad (\alpha \le \tfrac1n)`,
  source: derived('docs/derivations.md#published-rate'),
  covers: ['contrasts L1'],
  uses: [correctedRateHolds, stationaryGap],
  assumes: {
    'at least two points': ({ points }) => points >= 2,
    'a neuron': ({ width }) => width >= 1,
    'a bound on the eigenvalues': ({ share }) => share > 0 && share <= 1,
  },
  layer: () => rescaleLinear,
  ...vacuousBelow((points) => 9 * points * points * points * points),
});
