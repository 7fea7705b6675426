import fc from 'fast-check';
import { identity, leaky } from '../../src/network/activations.js';
import { activate } from '../../src/network/stages.js';
import { evidence } from '../../src/theory/claim.js';
import { power } from '../../src/portable/power.js';
import { deadPointCostsRank, dying, type PointsBeforeALayer } from '../../theorems/rank/dead-point-costs-rank.js';
import { whole } from '../arbitraries.js';

const coordinate = whole(-5, 5);

export default evidence<PointsBeforeALayer>({
  theorem: deadPointCostsRank,
  given: fc.record({
    points: fc.tuple(fc.tuple(whole(1, 5), coordinate, coordinate), fc.tuple(coordinate, coordinate, coordinate)),
    step: whole(1, 4),
    width: whole(1, 4),
  }),
  instances: 5,
  draws: 400,
  control: 1500,
  regimes: { 'one or two neurons': ({ width }) => width <= 2 },
  breaks: {
    'no activation': { activate: activate(identity) },
    'a leaky ReLU': { activate: activate(leaky(0.1)) },
    'with probability 3^-d': { instead: { law: dying((width) => power(1 / 3, width)) } },
  },
});
