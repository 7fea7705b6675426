import { normRatio } from '../../src/geometry/odd-point.js';
import { powerRelu } from '../../src/network/activations.js';
import { batchNormRelu } from '../../src/network/layers.js';
import { activate } from '../../src/network/stages.js';
import { observed } from '../../src/theory/source.js';
import { theorem } from '../../src/theory/theorem.js';
import type { DeepNetwork } from '../deep-network.js';
import { endOfNetwork } from '../end-of-network.js';
import { steepPowersBreakSymmetry } from './steep-powers-break-symmetry.js';

/** Why: the threshold of powers is 2.34 at six points and 1.62 at eight: the square is below it for few points and above it for many. */
export const squaredReluBreaksBatchNorm = theorem<DeepNetwork>({
  id: 'contrasts/squared-relu-breaks-batch-norm',
  kind: 'probable',
  says: 'Through 30 layers of batch normalisation with the squared ReLU, of width 64 to 256, points stay alike when there are 2 to 5 of them; of 10 to 24, one or more become ten times as long as the median.',
  formula: String.raw`P\big(\max \|x_i\| < 2\,\mathrm{med} \text{ if } n \le 5,\ > 10\,\mathrm{med} \text{ if } n \ge 10\big) \ge 0.9`,
  source: observed(
    '10 networks for each of n = 4, 5, 16 at width 256: ratios up to 1.4, and from 58 to 87; 40 each of 2 to 12 points: six stay as a rule, seven do not but are not ten times as long, of eight one in three is',
  ),
  covers: ['contrasts D7'],
  uses: [steepPowersBreakSymmetry],
  assumes: {
    '2 to 5 or 10 to 24 points': ({ points }) => (points >= 2 && points <= 5) || (points >= 10 && points <= 24),
    'width 64 to 256': ({ width }) => width >= 64 && width <= 256,
    '30 layers': ({ depth }) => depth === 30,
  },
  layer: () => ({ ...batchNormRelu, activate: activate(powerRelu(2)) }),
  probability: 0.9,
  indifference: 0.2,
  event: (network, layer, key) => {
    const ratio = normRatio(endOfNetwork(network, layer, key));
    return network.points <= 5 ? { alike: 2 - ratio } : { 'one far out': ratio - 10 };
  },
});
