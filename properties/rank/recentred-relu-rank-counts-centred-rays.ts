import fc from 'fast-check';
import { reluCapacity } from '../../src/geometry/relu-capacity.js';
import type { Batch } from '../../src/linalg/matrix.js';
import { abs, identity, leaky } from '../../src/network/activations.js';
import { activate, keep } from '../../src/network/stages.js';
import { evidence } from '../../src/theory/claim.js';
import { batchOf, centredOf } from '../../theorems/integer-points.js';
import {
  attainingCentred,
  liftedBatch,
  type LiftedPoints,
  recentredReluRankCountsCentredRays,
} from '../../theorems/rank/recentred-relu-rank-counts-centred-rays.js';
import { whole } from '../arbitraries.js';
import { integerPoints, wideRankRounding } from '../integer-points.js';

const plain = reluCapacity;
const centred = (batch: Batch): number => reluCapacity(centredOf(batch));

export default evidence<LiftedPoints>({
  theorem: recentredReluRankCountsCentredRays,
  given: fc.record({ ...integerPoints(), mirrored: whole(1, 5), lift: whole(0, 3) }),
  cases: 300,
  allowance: wideRankRounding,
  regimes: {
    'two points': (points) => batchOf(points).cols === 2,
    'a common input': ({ lift }) => lift > 0,
    'on a line': ({ inputs }) => inputs === 1,
    'in space': ({ inputs }) => inputs >= 3,
    'rank lost by recentering': (points) => centred(liftedBatch(points)) < plain(liftedBatch(points)),
    'rank gained by recentering': (points) => centred(liftedBatch(points)) > plain(liftedBatch(points)),
  },
  survives: { 'a leaky ReLU': { activate: activate(leaky(0.5)) } },
  breaks: {
    'no recentering': { recenter: keep },
    'no activation': { activate: activate(identity) },
    'the modulus': { activate: activate(abs) },
    'the rays of the points as they are': { instead: attainingCentred(plain) },
    'recentering never loses rank': {
      instead: attainingCentred((batch) => Math.max(centred(batch), plain(batch))),
    },
    'recentering never gains rank': {
      instead: attainingCentred((batch) => Math.min(centred(batch), plain(batch))),
    },
  },
});
