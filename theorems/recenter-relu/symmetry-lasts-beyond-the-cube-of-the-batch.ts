import { normRatio } from '../../src/geometry/odd-point.js';
import { recenterRelu } from '../../src/network/layers.js';
import { derive } from '../../src/random/key.js';
import { observed } from '../../src/theory/source.js';
import { type ProbableTheorem, theorem } from '../../src/theory/theorem.js';
import { endOfNetwork } from '../end-of-network.js';
import { escapeTakesTheCubeRootOfTheWidth } from './escape-takes-the-cube-root-of-the-width.js';
import type { BatchSize } from './symmetric-state-is-fixed.js';

const LAYERS = 60;

/** The conclusion for given widths and a depth, so that false ones can be put in their place. */
export function lastingAt(
  wideWidth: (points: number) => number,
  narrowWidth: (points: number) => number,
  depth = LAYERS,
): Pick<ProbableTheorem<BatchSize>, 'event'> {
  return {
    event: ({ points }, layer, key) => {
      const ratioAt = (width: number): number =>
        normRatio(endOfNetwork({ points, width: Math.floor(width), depth }, layer, derive(key, Math.floor(width))));
      return { 'alike when wide': 2 - ratioAt(wideWidth(points)), 'not when narrow': ratioAt(narrowWidth(points)) - 2 };
    },
  };
}

/** Why: in units of the tipping lead, a lead moves like (x^2 - x)/n, under noise of variance n^3/d over n layers: d/n^3 alone decides. */
export const symmetryLastsBeyondTheCubeOfTheBatch = theorem<BatchSize>({
  id: 'recenter-relu/symmetry-lasts-beyond-the-cube-of-the-batch',
  kind: 'probable',
  says: 'After 60 layers of recentering and ReLU a Gaussian batch of 8 or 9 points is still alike in layers of 4 n^3 neurons, no norm twice the median; in layers of n^3/8 one point has left.',
  formula: String.raw`P\big(\max_i \|x_i\| < 2\,\mathrm{med}_i \|x_i\|\ (d = 4n^3),\ > 2\,\mathrm{med}_i \|x_i\|\ (d = n^3/8)\big) \ge 0.6`,
  source: observed(
    '30 to 60 networks for n = 7, 8, 10, 12, 16: all but one of the wide ones, and at n^3/8 neurons 0.70 to 0.98, of four to six points 0.25 to 0.65; the scaling is that of docs/derivations.md#escape-from-symmetry',
  ),
  covers: ['RC+ReLU F6'],
  uses: [escapeTakesTheCubeRootOfTheWidth],
  assumes: { '8 or 9 points': ({ points }) => points === 8 || points === 9 },
  layer: () => recenterRelu,
  probability: 0.6,
  indifference: 0.4,
  ...lastingAt(
    (points) => 4 * points * points * points,
    (points) => (points * points * points) / 8,
  ),
});
