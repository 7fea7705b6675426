import { gaussian } from '../../src/batches/generic.js';
import { fastChain } from '../../src/chain/fast-chain.js';
import { spectrum } from '../../src/geometry/spectrum.js';
import { stagesOf } from '../../src/network/layer.js';
import { rescaleLinear } from '../../src/network/layers.js';
import { lastLayer, uniformNetwork } from '../../src/network/network.js';
import { gaussian as gaussianWeights } from '../../src/network/weights.js';
import { derive } from '../../src/random/key.js';
import { observed } from '../../src/theory/source.js';
import { type ProbableTheorem, theorem } from '../../src/theory/theorem.js';

/** n points through layers of n^2 neurons (`wide`) or of a fifth of that. */
export interface WideOrNarrow {
  readonly points: number;
  readonly wide: boolean;
}

const LAYERS = 300;

/** The conclusion for given widths above and below the threshold, so that false ones can be put in their place. */
export function survivingAt(
  wideWidth: (points: number) => number,
  narrowWidth: (points: number) => number,
  depth = LAYERS,
): Pick<ProbableTheorem<WideOrNarrow>, 'event'> {
  return {
    event: ({ points, wide }, layer, key) => {
      const width = wide ? wideWidth(points) : narrowWidth(points);
      const network = uniformNetwork({ stages: stagesOf(layer), width, depth, weights: gaussianWeights });
      const input = gaussian(derive(key, 'batch'), width, points);
      const { factor } = lastLayer(fastChain(network, input, derive(key, 'weights'), { every: depth, precise: true }));
      const smallest = spectrum(factor).at(-1) ?? NaN;
      return wide ? { survives: smallest - 1e-3 } : { collapses: 1e-6 - smallest };
    },
  };
}

/**
 * Why: the smallest singular value falls by noise, 1/d a layer from each of the n, and is lifted by rescaling, 2/n; they balance near
 * d = n^2/4, measured at (n^2 + 4n - 4)/4. The claim stays well away from it.
 */
export const rankSurvives = theorem<WideOrNarrow>({
  id: 'rescale-linear/rank-survives-from-n-squared-neurons',
  kind: 'probable',
  says: 'Rescaling keeps the rank of 4 to 12 points through 300 linear layers of n^2 neurons, but not of n^2/5: there the smallest singular value decays exponentially.',
  formula: String.raw`\sigma_{\min}(H_{300}) \begin{cases} \ge 10^{-3}\,\sigma_{\max} & d = n^2\\ \le 10^{-6}\,\sigma_{\max} & d = \lfloor n^2/5 \rfloor\end{cases}`,
  source: observed('transverse Lyapunov exponents of 2 to 16 points: zero at d = (n^2 + 4n - 4)/4 within statistics'),
  covers: ['contrasts A9b'],
  uses: [],
  assumes: { '4 to 12 points': ({ points }) => points >= 4 && points <= 12 },
  layer: () => rescaleLinear,
  probability: 0.9,
  indifference: 0.3,
  ...survivingAt(
    (points) => points * points,
    (points) => Math.floor((points * points) / 5),
  ),
});
