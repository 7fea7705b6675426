import { crossCosine } from '../../src/geometry/cluster.js';
import { normRatio } from '../../src/geometry/odd-point.js';
import { recenterRelu } from '../../src/network/layers.js';
import { observed } from '../../src/theory/source.js';
import { theorem } from '../../src/theory/theorem.js';
import type { DeepNetwork } from '../deep-network.js';
import { endOfNetwork } from '../end-of-network.js';
import { startsDivideFromSeven } from './starts-divide-from-seven.js';

/** Why: below seven points infinite width has no odd-point state to go to, so that noise finds none either. */
export const fewPointsHaveNoOddOne = theorem<DeepNetwork>({
  id: 'recenter-relu/few-points-have-no-odd-one',
  kind: 'probable',
  says: 'Through 150 layers of width 64 to 512 a Gaussian batch of 4 to 6 points does not end with a far, orthogonal odd point.',
  formula: String.raw`P\big(\|x_{odd}\| \le 0.6 (n-1)\, \mathrm{med}_i \|x_i\| \text{ or } \max_i |\cos(x_{odd}, x_i)| \ge 0.1\big) \ge 0.9`,
  source: observed(
    '60 networks for each of n = 4, 5, 6 and d = 256, 512: none; 40 each at d = 64 and 128: one; at width 32 one in twenty; of seven points one in five or ten, of eight up to six in ten',
  ),
  covers: ['RC+ReLU F1'],
  uses: [startsDivideFromSeven],
  assumes: {
    '4 to 6 points': ({ points }) => points >= 4 && points <= 6,
    'width 64 to 512': ({ width }) => width >= 64 && width <= 512,
    '150 layers': ({ depth }) => depth === 150,
  },
  layer: () => recenterRelu,
  probability: 0.9,
  indifference: 0.2,
  event: (network, layer, key) => {
    const end = endOfNetwork(network, layer, key);
    const [far, aslant] = [normRatio(end) / (network.points - 1) - 0.6, crossCosine(end).max - 0.1];
    return { 'not far, or not orthogonal': Math.max(-far, aslant) };
  },
});
