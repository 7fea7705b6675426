import { normRatio } from '../../src/geometry/odd-point.js';
import { recenterRelu } from '../../src/network/layers.js';
import { derive } from '../../src/random/key.js';
import { observed } from '../../src/theory/source.js';
import { type ProbableTheorem, theorem } from '../../src/theory/theorem.js';
import type { DeepNetwork } from '../deep-network.js';
import { endOfNetwork } from '../end-of-network.js';
import { startsDivideFromSeven } from './starts-divide-from-seven.js';

/** Networks of one event. */
const NETWORKS = 12;

/** The conclusion for a given batch, so that a smaller or larger one can be put in its place. */
export function dividedAmong(resized: (points: number) => number): Pick<ProbableTheorem<DeepNetwork>, 'event'> {
  return {
    event: (network, layer, key) => {
      const points = resized(network.points);
      const ratios = Array.from({ length: NETWORKS }, (_, i) =>
        normRatio(endOfNetwork({ ...network, points }, layer, derive(key, i))),
      );
      return {
        'some end with an odd point': Math.max(...ratios) / (points - 1) - 0.6,
        'some end alike': 2 - Math.min(...ratios),
      };
    },
  };
}

/** Why: from seven points on both states attract, and noise of order 1/sqrt(width) is large enough to carry the batch either way. */
export const eightPointsGoEitherWay = theorem<DeepNetwork>({
  id: 'recenter-relu/eight-points-go-either-way',
  kind: 'probable',
  says: 'Of 12 networks of 120 layers of width 64 to 192 on Gaussian batches of eight points, some end with an odd point, three fifths as far as it gets, and some with all norms within twice the median.',
  formula: String.raw`P\big(\max_{k \le 12} r_k > 0.6 (n-1),\ \min_{k \le 12} r_k < 2\big) \ge 0.6\quad (n = 8,\ r = \max \|x_i\| / \mathrm{med} \|x_i\|)`,
  source: observed(
    '80 networks each at width 128: with an odd point and alike 1 and 78 of five points, 6 and 33 of seven, 40 and 15 of eight, 50 and 5 of nine, 79 and none of sixteen; twenty groups of seven points, and of eight at width 512: all',
  ),
  covers: ['RC+ReLU F1'],
  uses: [startsDivideFromSeven],
  assumes: {
    'eight points': ({ points }) => points === 8,
    'width 64 to 192': ({ width }) => width >= 64 && width <= 192,
    '120 layers': ({ depth }) => depth === 120,
  },
  layer: () => recenterRelu,
  probability: 0.6,
  indifference: 0.4,
  ...dividedAmong((points) => points),
});
