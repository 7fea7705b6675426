import { clusterCosine } from '../../src/geometry/cluster.js';
import type { Batch } from '../../src/linalg/matrix.js';
import { recenterRelu } from '../../src/network/layers.js';
import { observed } from '../../src/theory/source.js';
import { type ProbableTheorem, theorem } from '../../src/theory/theorem.js';
import type { DeepNetwork } from '../deep-network.js';
import { endOfNetwork } from '../end-of-network.js';
import { oddConfiguration } from '../odd-configuration.js';
import { oddPointState } from '../odd-point-state.js';
import { clusterAngleIsThreePiOverN } from './cluster-angle-is-three-pi-over-n.js';

/** rho(n). */
function oddCosine(points: number): number {
  return oddPointState(points, recenterRelu)?.clusterCosine ?? NaN;
}

/** The event for a given constant of the fluctuations, limit and start (a Gaussian batch if undefined), so that false ones can be put in its place. */
export function withinRootWidth(
  constant: number,
  limit = oddCosine,
  start: (points: number) => Batch | undefined = (points) => oddConfiguration(points),
): Pick<ProbableTheorem<DeepNetwork>, 'event'> {
  return {
    event: (network, layer, key) => {
      const { points, width } = network;
      const found = clusterCosine(endOfNetwork(network, layer, key, start(points))).mean;
      return { 'near rho': constant / Math.sqrt(width) - Math.abs(found - limit(points)) };
    },
  };
}

/** Why: a layer of width d averages d rows, so it adds noise of size 1/sqrt(d), which the next layers take back at the rate 1 - 1/n. */
export const clusterTightnessFollowsTheLimit = theorem<DeepNetwork>({
  id: 'recenter-relu/cluster-tightness-follows-the-limit',
  kind: 'probable',
  says: 'At width 128 to 512 the mean cosine inside the cluster of 10 to 24 points, 40 layers on from the odd-point state, is within 4/sqrt(width) of its value at infinite width, above or below it.',
  formula: String.raw`P\big(|\bar\rho_{40} - \rho(n)| \le 4/\sqrt d\big) \ge 0.9`,
  source: observed(
    '20 networks for each of n = 16, 32 and d = 64 to 2048; medians agree with rho(n) to 0.03, the spread halves as d grows fourfold; below ten points 4/sqrt(width) no longer tells the two states apart',
  ),
  covers: ['RC+ReLU F3'],
  uses: [clusterAngleIsThreePiOverN],
  assumes: {
    '10 to 24 points': ({ points }) => points >= 10 && points <= 24,
    'width 128 to 512': ({ width }) => width >= 128 && width <= 512,
    '40 layers': ({ depth }) => depth === 40,
  },
  layer: () => recenterRelu,
  probability: 0.9,
  indifference: 0.2,
  ...withinRootWidth(4),
});
