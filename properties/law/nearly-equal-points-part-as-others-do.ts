import fc from 'fast-check';
import { relu } from '../../src/network/activations.js';
import { directNetwork } from '../../src/network/direct.js';
import { activate } from '../../src/network/stages.js';
import { evidence } from '../../src/theory/claim.js';
import {
  chain,
  freedom,
  nearlyEqualPointsPartAsOthersDo,
  partedBy,
  type PointsBeforeALayer,
} from '../../theorems/law/nearly-equal-points-part-as-others-do.js';
import { geometric, whole } from '../arbitraries.js';

export default evidence<PointsBeforeALayer>({
  theorem: nearlyEqualPointsPartAsOthersDo,
  // To 1e-11: there a double holds a distance to five digits, far more than 500 draws tell apart.
  given: fc.record({ points: whole(2, 6), decade: whole(-11, -9), width: geometric(1, 64, 12) }),
  instances: 6,
  draws: 500,
  control: 500,
  regimes: {
    'two points': ({ points }) => points === 2,
    'fewer neurons than points': { when: ({ points, width }) => width < points, atLeast: 0.2 },
    'as wide as what carries a Gram matrix': { when: ({ points, width }) => width >= 4 * points, atLeast: 0.3 },
  },
  survives: { 'the network itself': { instead: partedBy(directNetwork) } },
  breaks: {
    'a chain that carries the Gram matrix': { instead: partedBy(chain({ mode: 'gram' })) },
    'one degree of freedom more': { instead: freedom((width) => width + 1) },
    'half of the neurons': { activate: activate(relu) },
  },
});
