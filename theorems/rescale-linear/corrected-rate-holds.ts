import { limitLayer } from '../../src/limit/limit-map.js';
import { stagesOf } from '../../src/network/layer.js';
import { rescaleLinear } from '../../src/network/layers.js';
import { literature } from '../../src/theory/source.js';
import { type DeterministicTheorem, theorem } from '../../src/theory/theorem.js';
import { gapOf, isSpectrum, levelsOf, pointsOfBatch, type SpectralBatch, spectralGram } from '../spectral-batch.js';
import { everyEigenvalueContracts } from './every-eigenvalue-contracts.js';
import { gapAndSmallestEigenvalue } from './gap-and-smallest-eigenvalue.js';

export interface SpectralDepth extends SpectralBatch {
  readonly layers: number;
}

/** The bound on V after l layers, from n, the smallest eigenvalue and l; a false one can be put in its place. */
export type GapBound = (points: number, smallest: number, layers: number) => number;

/** The conclusion for a given bound. */
export function below(bound: GapBound): Pick<DeterministicTheorem<SpectralDepth>, 'margins'> {
  return {
    margins: (batch, layer) => {
      const points = pointsOfBatch(batch);
      const step = limitLayer(stagesOf(layer));
      const start = spectralGram(batch);
      const smallest = Math.min(...levelsOf(start).map(({ value }) => value)) / points;
      let gram = start;
      for (let t = 0; t < batch.layers; t++) gram = step({ gram }).gram;
      return { gap: bound(points, smallest, batch.layers) - gapOf(levelsOf(gram)) / points };
    },
  };
}

/** base^layers, by multiplication. */
export function decayed(base: number, layers: number): number {
  let result = 1;
  for (let t = 0; t < layers; t++) result *= base;
  return result;
}

/** Why: the smallest eigenvalue grows, so 1/n minus it shrinks by 1 - 2n alpha/(n+2) every layer; the gap is below n times that. */
export const correctedRateHolds = theorem<SpectralDepth>({
  id: 'rescale-linear/corrected-rate-holds',
  kind: 'limit',
  says: 'With alpha a bound on the eigenvalues of the normalised Gram matrix, the orthogonality gap after l wide linear layers with rescaling is at most (1 - 2n alpha/(n+2))^l: the published 2(1 - 2 alpha/3)^l follows.',
  formula: String.raw`V(H_l) \le \Big(1 - \tfrac{2n}{n+2}\alpha\Big)^l \le 2\big(1 - \tfrac23\alpha\big)^l,\quad \alpha \le \lambda_{\min}(C_0)`,
  source: literature(
    'Daneshmand, Joudaki and Bach 2021 (arXiv:2106.03970), Theorem 1 at infinite width, read with alpha for the square; proved in docs/derivations.md#rescaled-eigenvalue',
  ),
  covers: ['contrasts L1', 'contrasts A3'],
  uses: [everyEigenvalueContracts, gapAndSmallestEigenvalue],
  assumes: { 'a spectrum': isSpectrum, 'no layer or more': ({ layers }) => layers >= 0 },
  layer: () => rescaleLinear,
  ...below((points, alpha, layers) => decayed(1 - (2 * points * alpha) / (points + 2), layers)),
});
