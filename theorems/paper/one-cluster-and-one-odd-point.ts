import { clusterCosine } from '../../src/geometry/cluster.js';
import { oddPoints } from '../../src/geometry/odd-point.js';
import { parseBatchFamily } from '../../src/batches/batch-family.js';
import { recenterRelu } from '../../src/network/layers.js';
import { derive } from '../../src/random/key.js';
import { paper } from '../../src/theory/source.js';
import { theorem } from '../../src/theory/theorem.js';
import type { DeepNetwork } from '../deep-network.js';
import { endOfNetwork } from '../end-of-network.js';
import { clusterTightnessFollowsTheLimit } from '../recenter-relu/cluster-tightness-follows-the-limit.js';
import { oddPointAppears } from '../recenter-relu/odd-point-appears.js';
import { oddPointExistsFromSeven } from '../recenter-relu/odd-point-exists-from-seven.js';
import { severalOddPointsAreSaddles } from '../recenter-relu/several-odd-points-are-saddles.js';

/** A deep network on a batch from a family, by name. */
export interface OnData extends DeepNetwork {
  readonly data: string;
}

/** Why: several odd points are saddles and the symmetric state a shallow basin, so noise leads every batch to the state with one. */
export const oneClusterAndOneOddPoint = theorem<OnData>({
  id: 'paper/one-cluster-and-one-odd-point',
  kind: 'probable',
  says: 'A deep random network that recenters and applies ReLU makes of its batch one cluster and exactly one odd point, whatever kind of data comes in.',
  formula: String.raw`P\big(\#\text{odd} = 1,\ \overline{\cos}(x_i, x_j) > 0.5\big) \ge 0.9`,
  source: paper(
    'arXiv:2412.02843v1, abstract; here for 12 to 24 points, width 256 and 200 layers; of eight points a fifth have a looser cluster',
  ),
  covers: ['RC+ReLU P1', 'contrasts L4'],
  uses: [oddPointAppears, oddPointExistsFromSeven, severalOddPointsAreSaddles, clusterTightnessFollowsTheLimit],
  assumes: {
    '12 to 24 points': ({ points }) => points >= 12 && points <= 24,
    'width 256': ({ width }) => width === 256,
    '200 layers': ({ depth }) => depth === 200,
    'no two points equal': ({ data }) => parseBatchFamily(data).name !== 'duplicated',
  },
  layer: () => recenterRelu,
  probability: 0.9,
  indifference: 0.3,
  event: (network, layer, key) => {
    const input = parseBatchFamily(network.data).draw(derive(key, 'batch'), network.width, network.points);
    const end = endOfNetwork(network, layer, key, input);
    return { 'one odd point': oddPoints(end) === 1 ? 1 : -1, 'one cluster': clusterCosine(end).mean - 0.5 };
  },
});
