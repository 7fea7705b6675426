import fc from 'fast-check';
import { leaky, powerRelu } from '../../src/network/activations.js';
import { power } from '../../src/portable/power.js';
import { activate, recenter } from '../../src/network/stages.js';
import { evidence } from '../../src/theory/claim.js';
import {
  deficient,
  losing,
  type PairBeforeALayer,
  twoPointsLoseRankByChance,
} from '../../theorems/rank/two-points-lose-rank-by-chance.js';
import { grid } from '../arbitraries.js';

export default evidence<PairBeforeALayer>({
  theorem: twoPointsLoseRankByChance,
  given: fc.record({ angle: grid(0.1, 0.8, 0.1), width: fc.constantFrom(2, 2, 2, 3, 4) }),
  instances: 8,
  draws: 500,
  control: 800,
  survives: { 'the squares': { activate: activate(powerRelu(2)) } },
  breaks: {
    'a leaky ReLU': { activate: activate(leaky(0.1)) },
    'recentering first': { recenter },
    'full rank from d = 2 on': { instead: { law: losing(({ width }) => (width < 2 ? 1 : 0)) } },
    'only when a point dies': { instead: { law: losing(({ width }) => 2 * power(0.5, width)) } },
    'd for d - 1': {
      instead: {
        law: losing(({ angle, width }) =>
          Math.min(1, deficient({ angle, width }) + power((Math.PI - angle) / (2 * Math.PI), width)),
        ),
      },
    },
  },
});
