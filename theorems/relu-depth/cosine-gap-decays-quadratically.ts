import { reluAlone } from '../../src/network/layers.js';
import { log } from '../../src/portable/log.js';
import { observed } from '../../src/theory/source.js';
import { type DeterministicTheorem, theorem } from '../../src/theory/theorem.js';
import { gapOfTwins, twinsAfter } from '../pair-of-points.js';
import { type AngleInDepth, reciprocalAngleGrowsWithALogarithm } from './reciprocal-angle-grows-with-a-logarithm.js';

/** t (1 - rho_t) / (leading term) deviates from t times the claimed expansion by at most this. */
const WITHIN = 20;

/** The conclusion for a given constant and a given coefficient of ln t / t, so that false ones can be put in their place. */
export function expandedAs(constant: number, coefficient: number): Pick<DeterministicTheorem<AngleInDepth>, 'margins'> {
  return {
    margins: ({ angle, layers: t }, layer) => {
      const gap = gapOfTwins(twinsAfter(layer, angle, t));
      const deviation = (gap * t * t) / constant - 1 + (coefficient * log(t)) / t;
      return { 'cosine gap': WITHIN - t * Math.abs(deviation) };
    },
  };
}

/** Why: 1 - cos theta = theta^2/2 + ..., and 1/theta_t = bt (1 + (3/2)(ln t)/t + O(1/t)); the constant in the remainder is measured. */
export const cosineGapDecaysQuadratically = theorem<AngleInDepth>({
  id: 'relu-depth/cosine-gap-decays-quadratically',
  kind: 'limit',
  says: 'Through wide ReLU layers the cosine of two points that start at an angle of 1 to pi nears 1 like 9 pi^2/(2 t^2), with a correction of 3 ln(t)/t, within 20/t, and no faster.',
  formula: String.raw`\Big|\frac{2t^2(1-\rho_t)}{9\pi^2} - 1 + \frac{3\ln t}t\Big| \le \frac{20}t\quad(\theta_0 \in [1, \pi],\ t \ge 1)`,
  source: observed(
    'the expansion follows from relu-depth/reciprocal-angle-grows-with-a-logarithm; the 20 is from runs to t = 20,000',
  ),
  covers: ['RC+ReLU C2', 'contrasts C2'],
  uses: [reciprocalAngleGrowsWithALogarithm],
  assumes: {
    'an angle from 1 to pi': ({ angle }) => angle >= 1 && angle <= Math.PI,
    'at least one layer': ({ layers }) => layers >= 1,
  },
  layer: () => reluAlone,
  ...expandedAs(4.5 * Math.PI * Math.PI, 3),
});
