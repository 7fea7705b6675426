import { normRatio } from '../../src/geometry/odd-point.js';
import { recenterRelu } from '../../src/network/layers.js';
import { observed } from '../../src/theory/source.js';
import { theorem } from '../../src/theory/theorem.js';
import type { DeepNetwork } from '../deep-network.js';
import { endOfNetwork } from '../end-of-network.js';
import { symmetricStateIsStable } from './symmetric-state-is-stable.js';

/** Why: the symmetric state attracts at infinite width; only noise, of size 1/sqrt(width), carries a batch out of its shallow basin. */
export const widthDelaysTheOddPoint = theorem<DeepNetwork>({
  id: 'recenter-relu/width-delays-the-odd-point',
  kind: 'probable',
  says: 'After 30 layers of width 1024 to 2048 a Gaussian batch of 2 to 8 points is still without an odd point: no norm is twice the median.',
  formula: String.raw`P\big(\max_i \|x_i\| < 2\, \mathrm{med}_i \|x_i\|\big) \ge 0.9`,
  source: observed(
    '20 networks each, 40 layers: the largest ratios were near 1.5 at 8 points; at width 32 the median is 2.9, at 64 half of them have a norm twice the median; so do half of 32 points at width 1024, and three in four of eight after 300 layers',
  ),
  covers: ['RC+ReLU F6'],
  uses: [symmetricStateIsStable],
  assumes: {
    '2 to 8 points': ({ points }) => points >= 2 && points <= 8,
    'width 1024 to 2048': ({ width }) => width >= 1024 && width <= 2048,
    '30 layers': ({ depth }) => depth === 30,
  },
  layer: () => recenterRelu,
  probability: 0.9,
  indifference: 0.2,
  event: (network, layer, key) => ({ 'no odd point': 2 - normRatio(endOfNetwork(network, layer, key)) }),
});
