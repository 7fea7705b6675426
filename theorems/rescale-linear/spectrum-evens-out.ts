import { rescaleLinear } from '../../src/network/layers.js';
import { derived } from '../../src/theory/source.js';
import { type DeterministicTheorem, type Margins, theorem } from '../../src/theory/theorem.js';
import { isSpectrum, type Move, moves, type SpectralBatch } from '../spectral-batch.js';

/** The most by which a layer may divide a ratio of eigenvalues; a false bound can be put in its place. */
export function dividesBy(most: (ratio: number) => number): Pick<DeterministicTheorem<SpectralBatch>, 'margins'> {
  return {
    margins: (batch, layer) => {
      const found = moves(batch, layer);
      return { 'axes stay': -found.turned, ...ratios(found.moves, most), ...majorised(found.moves) };
    },
  };
}

/**
 * Why: p_i/p_j and l_i/l_j differ by the mean of (1 + 2t l_j)/(1 + 2t l_i), which falls from 1 to l_j/l_i; two eigenvalues alone
 * give its root, and every further one moves weight to smaller t.
 */
export const spectrumEvensOut = theorem<SpectralBatch>({
  id: 'rescale-linear/spectrum-evens-out',
  kind: 'limit',
  says: 'A wide linear layer with rescaling keeps the principal axes of a batch, and brings any two eigenvalues nearer, by at most the root of their ratio; zeros stay.',
  formula: String.raw`\lambda_i \ge \lambda_j > 0 \Rightarrow \sqrt{\lambda_i/\lambda_j} \le p_i/p_j \le \lambda_i/\lambda_j;\quad p \prec \lambda`,
  source: derived('docs/derivations.md#rescaled-spectrum'),
  covers: ['RC+ReLU C4', 'contrasts A2'],
  uses: [],
  assumes: { 'a spectrum': isSpectrum },
  layer: () => rescaleLinear,
  ...dividesBy(Math.sqrt),
});

/** Worst relative excess over all pairs of positive eigenvalues, on both sides; and the largest that grew out of zero. */
function ratios(list: readonly Move[], most: (ratio: number) => number): Margins {
  const alive = list.filter(({ before }) => before > 0);
  let [nearer, notTooNear] = [Infinity, Infinity];
  for (const [k, large] of alive.entries()) {
    for (const small of alive.slice(k + 1)) {
      const change = (small.after / small.before) * (large.before / large.after); // the ratio before over the ratio after
      nearer = Math.min(nearer, change - 1);
      notTooNear = Math.min(notTooNear, most(large.before / small.before) / change - 1);
    }
  }
  const grown = list.reduce((most, { before, after }) => (before > 0 ? most : Math.max(most, Math.abs(after))), 0);
  return {
    nearer: alive.length < 2 ? 0 : nearer,
    'not too near': alive.length < 2 ? 0 : notTooNear,
    'zeros stay': -grown,
  };
}

/** The sum of the k largest eigenvalues does not grow, for any k; the share of it that is left over. */
function majorised(list: readonly Move[]): Margins {
  let [before, after, least] = [0, 0, Infinity];
  for (const move of list) {
    before += move.multiplicity * move.before;
    after += move.multiplicity * move.after;
    least = Math.min(least, (before - after) / before);
  }
  return { 'partial sums': least };
}
