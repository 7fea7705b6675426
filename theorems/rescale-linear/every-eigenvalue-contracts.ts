import { rescaleLinear } from '../../src/network/layers.js';
import { derived } from '../../src/theory/source.js';
import { type DeterministicTheorem, theorem } from '../../src/theory/theorem.js';
import { isSpectrum, moves, pointsOfBatch, type SpectralBatch } from '../spectral-batch.js';
import { spectrumEvensOut } from './spectrum-evens-out.js';

/** The conclusion with c in 1 - x' <= (1 - c x/(n+2)) (1 - x), so that a false constant can be put in its place. */
export function atRate(constant: number): Pick<DeterministicTheorem<SpectralBatch>, 'margins'> {
  return {
    margins: (batch, layer) => {
      const share = constant / (pointsOfBatch(batch) + 2);
      const found = moves(batch, layer);
      const excess = found.moves.map(
        ({ before, after }) => (after - before * (1 + share * (1 - before))) / Math.max(1, before),
      );
      return { 'distance from the mean': Math.min(...excess), 'axes stay': -found.turned };
    },
  };
}

/** Why: 1/S >= n(2 - nS) for the quadratic form S on the sphere, whose fourth moments are (1 + 2 delta)/(n(n+2)). */
export const everyEigenvalueContracts = theorem<SpectralBatch>({
  id: 'rescale-linear/every-eigenvalue-contracts',
  kind: 'limit',
  says: 'A wide linear layer with rescaling multiplies the distance 1/n - l of every eigenvalue by at most 1 - 2n l/(n+2), signs included: the smallest one closes at least that fast.',
  formula: String.raw`\tfrac1n - p_i \le \Big(1 - \tfrac{2n}{n+2}\lambda_i\Big)\Big(\tfrac1n - \lambda_i\Big)\quad\text{for every } i`,
  source: derived('docs/derivations.md#rescaled-eigenvalue'),
  covers: ['contrasts L1', 'contrasts A3'],
  uses: [spectrumEvensOut],
  assumes: { 'a spectrum': isSpectrum },
  layer: () => rescaleLinear,
  ...atRate(2),
});
