import { limitLayer } from '../../src/limit/limit-map.js';
import { stagesOf } from '../../src/network/layer.js';
import { rescaleLinear } from '../../src/network/layers.js';
import { derived } from '../../src/theory/source.js';
import { type DeterministicTheorem, theorem } from '../../src/theory/theorem.js';
import { gapOf, levelsOf, spectralGram } from '../spectral-batch.js';
import { orthogonalityReturns } from './orthogonality-returns-at-n-over-n-plus-two.js';

/** Half of 2 `pairs` orthogonal points of squared norm 0.7, half of 1.3, through `layers` layers a point. */
export interface HalfAndHalf {
  readonly pairs: number;
  readonly layersPerPoint: number;
}

/** Theorem 1 of 2021 in infinite width, 2 (1 - 2 alpha/3)^l, for a given reading of alpha; both sides on a scale of 1 at l = 0. */
export function exceeding(
  alphaOf: (smallestEigenvalue: number) => number,
): Pick<DeterministicTheorem<HalfAndHalf>, 'margins'> {
  return {
    margins: ({ pairs, layersPerPoint }, layer) => {
      const points = 2 * pairs;
      const step = limitLayer(stagesOf(layer));
      let gram = spectralGram({
        levels: [
          { points: pairs, weight: 7 },
          { points: pairs, weight: 13 },
        ],
        dead: 0,
      });
      let bound = 2;
      for (let t = 0; t < layersPerPoint * points; t++) {
        gram = step({ gram }).gram;
        bound *= 1 - (2 / 3) * alphaOf(0.7 / points);
      }
      const gap = gapOf(levelsOf(gram)) / points;
      return { 'above the bound': gap / bound - 1 };
    },
  };
}

/**
 * For a whole family of batches, where published-rate-fails-somewhere says that there is one: Theorem 1 of Daneshmand, Joudaki and Bach 2021 assumes a lower bound
 * alpha on singular values and uses it as one on their squares; as published it fails here at infinite width, hence at some
 * finite one (beyond 1e12: no experiment will see it).
 *
 * Why: the gap decays like (n/(n+2))^l, rate 2/n, and the published bound like exp(-(2/3) l sqrt(0.7/n)), which is faster for large n.
 */
export const publishedRateIsTooFast = theorem<HalfAndHalf>({
  id: 'rescale-linear/published-rate-is-too-fast',
  kind: 'limit',
  says: 'For 2k orthogonal points, k of squared norm 0.7 and k of 1.3, from 48 points and after two layers a point, the orthogonality gap exceeds the bound 2(1 - 2 alpha/3)^l with alpha a bound on the singular values.',
  formula: String.raw`V(H_l) > 2\big(1 - \tfrac23 \sigma_{\min}\big)^l,\quad \sigma_{\min} = \sqrt{0.7/n},\ l = 2n,\ n = 2k \ge 48`,
  source: derived('docs/derivations.md#published-rate'),
  covers: ['contrasts L1'],
  uses: [orthogonalityReturns],
  assumes: {
    'at least 48 points': ({ pairs }) => pairs >= 24,
    'two layers a point': ({ layersPerPoint }) => layersPerPoint >= 2,
  },
  layer: () => rescaleLinear,
  ...exceeding(Math.sqrt),
});
