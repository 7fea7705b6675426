import fc from 'fast-check';
import { leaky } from '../../src/network/activations.js';
import { activate, keep, rescale } from '../../src/network/stages.js';
import { roundoff } from '../../src/theory/allowance.js';
import { evidence } from '../../src/theory/claim.js';
import {
  oddPointsAreAsTightAsTheCluster,
  tighterBy,
} from '../../theorems/recenter-relu/odd-points-are-as-tight-as-the-cluster.js';
import { pointsWith, type SeveralOddPoints } from '../../theorems/several-odd-points.js';
import { geometric, whole } from '../arbitraries.js';

export default evidence<SeveralOddPoints>({
  theorem: oddPointsAreAsTightAsTheCluster,
  given: fc.record({
    odd: fc.oneof(fc.constant(2), whole(2, 20), whole(10, 20)),
    beyond: fc.oneof(whole(0, 1), whole(0, 9), geometric(100, 500, 40)),
  }),
  cases: 24,
  allowance: roundoff(
    (batch) => (pointsWith(batch) * pointsWith(batch)) / 10 + 100,
    'two units of 1 in 1 - cosine, of size 44 k^2/n^2 and more, and a hundred roundings of a layer and its fixed point',
  ),
  regimes: {
    'two odd points': ({ odd }) => odd === 2,
    'ten or more': ({ odd }) => odd >= 10,
    'hundreds of points': (batch) => pointsWith(batch) >= 100,
  },
  survives: { 'a leaky ReLU': { activate: activate(leaky(0.3)) } },
  breaks: {
    'no recentering': { recenter: keep },
    rescaling: { rescale },
    'a thousandth looser': { instead: tighterBy(() => 1.001) },
    'in proportion to the groups': { instead: tighterBy((batch) => batch.odd / (pointsWith(batch) - batch.odd)) },
  },
});
