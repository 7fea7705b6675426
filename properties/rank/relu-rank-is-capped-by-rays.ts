import fc from 'fast-check';
import { raysOf, reluCapacity } from '../../src/geometry/relu-capacity.js';
import { exactRank } from '../../src/linalg/exact-rank.js';
import { abs, identity, leaky, powerRelu, tanh } from '../../src/network/activations.js';
import { activate, recenter } from '../../src/network/stages.js';
import { exactly } from '../../src/theory/allowance.js';
import { evidence } from '../../src/theory/claim.js';
import { batchOf, type IntegerLayer } from '../../theorems/integer-points.js';
import { cappedBy, reluRankIsCappedByRays } from '../../theorems/rank/relu-rank-is-capped-by-rays.js';
import { seeds, whole } from '../arbitraries.js';
import { integerPoints, pointRegimes } from '../integer-points.js';

export default evidence<IntegerLayer>({
  theorem: reluRankIsCappedByRays,
  given: fc.record({ ...integerPoints(), width: whole(1, 24), draw: seeds() }),
  cases: 300,
  allowance: exactly('points, weights and products are integers, and the rank is taken over the integers'),
  regimes: {
    ...pointRegimes,
    'too narrow for the cap': (layer) => layer.width < reluCapacity(batchOf(layer)),
    'much wider than the cap': (layer) => layer.width > 2 * reluCapacity(batchOf(layer)),
  },
  survives: {
    'a leaky ReLU': { activate: activate(leaky(0.5)) },
    'the modulus': { activate: activate(abs) },
    'no activation': { activate: activate(identity) },
  },
  breaks: {
    'recentering first': { recenter },
    'the squares': { activate: activate(powerRelu(2)) },
    'a hyperbolic tangent': { activate: activate(tanh) },
    'the rank of the batch itself': { instead: cappedBy(exactRank) },
    'one for each line through the origin': {
      instead: cappedBy((batch) => raysOf(batch).first.length - raysOf(batch).opposite.length),
    },
    'one less': { instead: cappedBy((batch) => reluCapacity(batch) - 1) },
  },
});
