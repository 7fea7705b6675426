import { gapOf, isSpectrum, moves, pointsOfBatch, type SpectralBatch } from '../spectral-batch.js';
import { rescaleLinear } from '../../src/network/layers.js';
import { derived } from '../../src/theory/source.js';
import { type DeterministicTheorem, theorem } from '../../src/theory/theorem.js';

/** The conclusion for given squares of both constants, so that false ones can be put in their place. */
export function between(
  least: (points: number) => number,
  most: (points: number) => number,
): Pick<DeterministicTheorem<SpectralBatch>, 'margins'> {
  return {
    margins: (batch, layer) => {
      const points = pointsOfBatch(batch);
      const after = moves(batch, layer).moves.map((move) => ({ value: move.after, multiplicity: move.multiplicity }));
      const gap = gapOf(after);
      const smallest = Math.max(0, 1 - Math.min(...after.map(({ value }) => value)));
      return {
        'gap at most': Math.sqrt(most(points)) * smallest - gap,
        'gap at least': gap - Math.sqrt(least(points)) * smallest,
      };
    },
  };
}

/** Why: deviations from the mean that are all at least -m and sum to zero have a square sum between m^2 n/(n-1) and m^2 n(n-1). */
export const gapAndSmallestEigenvalue = theorem<SpectralBatch>({
  id: 'rescale-linear/gap-and-smallest-eigenvalue',
  kind: 'limit',
  says: 'The orthogonality gap lies between sqrt(n/(n-1)) and sqrt(n(n-1)) times the distance of the smallest eigenvalue from 1/n, whatever made the batch; the published factor is 2n.',
  formula: String.raw`\sqrt{\tfrac{n}{n-1}}\,\Big(\tfrac1n - \lambda_n\Big) \le V \le \sqrt{n(n-1)}\,\Big(\tfrac1n - \lambda_n\Big)`,
  source: derived('docs/derivations.md#gap-and-smallest-eigenvalue'),
  covers: ['contrasts L1', 'contrasts A7'],
  uses: [],
  assumes: { 'a spectrum': isSpectrum, 'at least two points': (batch) => pointsOfBatch(batch) >= 2 },
  layer: () => rescaleLinear,
  ...between(
    (points) => points / (points - 1),
    (points) => points * (points - 1),
  ),
});
