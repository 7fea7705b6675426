import { rescaleLinear } from '../../src/network/layers.js';
import { observed } from '../../src/theory/source.js';
import { type ProbableTheorem, theorem } from '../../src/theory/theorem.js';
import { rankSurvives, survivingAt, type WideOrNarrow } from './rank-survives-from-n-squared-neurons.js';
import { secondDirectionGrowsByACauchyFactor } from './second-direction-grows-by-a-cauchy-factor.js';

const LAYERS = 600;

/** (n^2 + 4n - 4)/4 = (n+2)^2/4 - 2. */
export function thresholdOf(points: number): number {
  return (points * points + 4 * points - 4) / 4;
}

/** The conclusion for a given threshold and depth, so that a false one can be put in its place. */
export function aroundThreshold(
  threshold: (points: number) => number,
  layers = LAYERS,
): Pick<ProbableTheorem<WideOrNarrow>, 'event'> {
  return survivingAt(
    (points) => Math.ceil(1.25 * threshold(points)),
    (points) => Math.max(1, Math.floor(0.8 * threshold(points))),
    layers,
  );
}

/** Why: noise pushes the smallest singular value down by n/d a layer, rescaling lifts it by 2/n twice; the corrections to n^2/4 are exact for two points and measured else. */
export const rankThresholdIsNearAQuarterOfNSquared = theorem<WideOrNarrow>({
  id: 'rescale-linear/rank-threshold-is-near-a-quarter-of-n-squared',
  kind: 'probable',
  says: 'The width at which rescaling stops to keep the rank of 2 to 12 points in linear layers is (n^2 + 4n - 4)/4, to a fourth above and a fifth below: after 600 layers the smallest singular value is above 1e-3 of the largest on one side and below 1e-6 on the other.',
  formula: String.raw`\sigma_{\min}(H_{600}) \begin{cases} \ge 10^{-3}\,\sigma_{\max} & d = \lceil 1.25\, d_c\rceil\\ \le 10^{-6}\,\sigma_{\max} & d = \lfloor 0.8\, d_c \rfloor\end{cases},\quad d_c = \tfrac{n^2 + 4n - 4}4`,
  source: observed(
    '20 networks on each side for n = 2, 3, 4, 5, 6, 8, 10, 12: all; a tenth above and below still 19 and 20 of six points; transverse Lyapunov exponents of 2 to 16 points are 0 at d_c within statistics',
  ),
  covers: ['contrasts A9b'],
  uses: [rankSurvives, secondDirectionGrowsByACauchyFactor],
  assumes: { '2 to 12 points': ({ points }) => points >= 2 && points <= 12 },
  layer: () => rescaleLinear,
  probability: 0.9,
  indifference: 0.3,
  ...aroundThreshold(thresholdOf),
});
