import { log } from '../../src/portable/log.js';
import { reluAlone } from '../../src/network/layers.js';
import { derived } from '../../src/theory/source.js';
import { type DeterministicTheorem, theorem } from '../../src/theory/theorem.js';
import { RATE, reluAloneCollapses } from '../contrasts/relu-alone-collapses.js';
import { angleOfTwins, twinsAfter } from '../pair-of-points.js';
import { type Angle, angleShrinksByItsSquare, CURVATURE } from './angle-shrinks-by-its-square.js';

export interface AngleInDepth extends Angle {
  readonly layers: number;
}

/** The largest of (ln u)/u^2 over u >= 1, at sqrt e: 1/(2e). */
const PEAK = 0.18393972058572117;

/** The conclusion for a given coefficient of the logarithm, so that a false one can be put in its place. */
export function withLogarithm(coefficient: number): Pick<DeterministicTheorem<AngleInDepth>, 'margins'> {
  return {
    margins: ({ angle, layers }, layer) => {
      const last = angleOfTwins(twinsAfter(layer, angle, layers));
      const logarithm = coefficient * log(1 + RATE * angle * layers);
      const rest = 1 / last - 1 / angle - RATE * layers - logarithm;
      return { 'not slower': rest + shortOf(angle), 'not faster': beyond(angle) - rest };
    },
  };
}

/** The most by which the sum of the angles exceeds its logarithm: its first term and the squares of all. */
function beyond(angle: number): number {
  return CURVATURE.least * angle + CURVATURE.second * (angle * angle + angle / RATE);
}

/** The most by which the sum of the angles falls short of its logarithm, from the lower bound of each angle. */
function shortOf(angle: number): number {
  const k = CURVATURE.most;
  const square = angle * angle;
  const bent = k * angle * square + (k * square) / RATE + (k * angle) / (RATE * RATE) + (k / RATE) * square * PEAK;
  return CURVATURE.least * bent;
}

/** Why: sum the one-layer bounds; the angles are 1/(1/theta_0 + b s) to first order, and sum to (1/b) ln(1 + b theta_0 t). */
export const reciprocalAngleGrowsWithALogarithm = theorem<AngleInDepth>({
  id: 'relu-depth/reciprocal-angle-grows-with-a-logarithm',
  kind: 'limit',
  says: 'Through wide ReLU layers the reciprocal of an angle grows like b t + (3 b/2) ln t, up to a constant that is explicit and depends on the first angle alone.',
  formula: String.raw`\tfrac1{\theta_t} = \tfrac1{\theta_0} + bt + \tfrac{3b}2 \ln(1 + b\theta_0 t) + R_t,\quad -A(\theta_0) \le R_t \le B(\theta_0),\ b = \tfrac1{3\pi}`,
  source: derived('docs/derivations.md#relu-depth'),
  covers: ['contrasts C2'],
  uses: [angleShrinksByItsSquare, reluAloneCollapses],
  assumes: {
    'an angle in (0, pi]': ({ angle }) => angle > 0 && angle <= Math.PI,
    'at least one layer': ({ layers }) => layers >= 1,
  },
  layer: () => reluAlone,
  ...withLogarithm(1.5 * RATE),
});
