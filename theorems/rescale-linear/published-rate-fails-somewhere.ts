import { limitLayer } from '../../src/limit/limit-map.js';
import { stagesOf } from '../../src/network/layer.js';
import { rescaleLinear } from '../../src/network/layers.js';
import { log } from '../../src/portable/log.js';
import { log1p } from '../../src/portable/log1p.js';
import { derived } from '../../src/theory/source.js';
import { type ExistentialTheorem, theorem } from '../../src/theory/theorem.js';
import { gapOf, isSpectrum, levelsOf, pointsOfBatch, spectralGram } from '../spectral-batch.js';
import type { SpectralDepth } from './corrected-rate-holds.js';
import { publishedRateIsTooFast } from './published-rate-is-too-fast.js';

/** A smaller gap may be rounding: of equal eigenvalues, whose gap is 0, some is left. */
export const SEEN = 1e-6;

/** The violation of 2 (1 - 2 alpha/3)^l, for a given reading of alpha, in logarithms; a true bound can be put in its place. */
export function violating(
  alphaOf: (smallestEigenvalue: number) => number,
): Pick<ExistentialTheorem<SpectralDepth>, 'margins'> {
  return {
    margins: (batch, layer) => {
      const points = pointsOfBatch(batch);
      const step = limitLayer(stagesOf(layer));
      let gram = spectralGram(batch);
      const smallest = Math.min(...levelsOf(gram).map(({ value }) => value)) / points;
      for (let t = 0; t < batch.layers; t++) gram = step({ gram }).gram;
      const bound = log(2) + batch.layers * log1p((-2 / 3) * alphaOf(smallest));
      const gap = gapOf(levelsOf(gram)) / points;
      return { 'above the bound': log(gap) - bound, 'above a millionth': gap - SEEN };
    },
  };
}

/** Why: near orthogonality the gap decays at rate 2/n, and the published bound at sqrt(1/n), which is faster for many points. */
export const publishedRateFailsSomewhere = theorem<SpectralDepth>({
  id: 'rescale-linear/published-rate-fails-somewhere',
  kind: 'exists',
  says: 'For some batch the bound 2(1 - 2 alpha/3)^l on the orthogonality gap of wide linear layers with rescaling, with alpha a bound on the singular values as published, is violated at some depth.',
  formula: String.raw`\exists C_0, l:\ V(H_l) > 2\big(1 - \tfrac23 \alpha\big)^l,\quad \alpha = \sqrt{\lambda_{\min}(C_0)}`,
  source: derived('docs/derivations.md#published-rate'),
  covers: ['contrasts L1'],
  uses: [publishedRateIsTooFast],
  assumes: {
    'a spectrum': isSpectrum,
    'two points or more': (batch) => pointsOfBatch(batch) >= 2,
    'a layer or more': ({ layers }) => layers >= 1,
  },
  layer: () => rescaleLinear,
  ...violating(Math.sqrt),
});
