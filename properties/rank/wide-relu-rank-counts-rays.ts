import fc from 'fast-check';
import { raysOf } from '../../src/geometry/relu-capacity.js';
import { exactRank } from '../../src/linalg/exact-rank.js';
import type { Batch } from '../../src/linalg/matrix.js';
import { abs, identity, leaky } from '../../src/network/activations.js';
import { activate, recenter } from '../../src/network/stages.js';
import { evidence } from '../../src/theory/claim.js';
import type { IntegerPoints } from '../../theorems/integer-points.js';
import { attaining, wideReluRankCountsRays } from '../../theorems/rank/wide-relu-rank-counts-rays.js';
import { integerPoints, pointRegimes, wideRankRounding } from '../integer-points.js';

export default evidence<IntegerPoints>({
  theorem: wideReluRankCountsRays,
  given: fc.record(integerPoints()),
  cases: 300,
  allowance: wideRankRounding,
  regimes: pointRegimes,
  survives: { 'a leaky ReLU': { activate: activate(leaky(0.5)) } },
  breaks: {
    'recentering first': { recenter },
    'no activation': { activate: activate(identity) },
    'the modulus': { activate: activate(abs) },
    'distinct points suffice': { instead: attaining(distinct) },
    'no two on one ray suffices': { instead: attaining((batch) => raysOf(batch).first.length) },
    'no two opposite needed': {
      instead: attaining((batch) => raysOf(batch).first.length - raysOf(batch).opposite.length),
    },
    'the abstract of arXiv:2507.07675 read as exact rank': { instead: attaining(rankOfTheAbstract) },
    'the rank of the batch itself': { instead: attaining(exactRank) },
  },
});

/** m (1 - (1 - 2/pi)^l) of m points after l = 1 layers, to the nearest integer. Five of eight. */
function rankOfTheAbstract({ cols }: Batch): number {
  return Math.round((2 / Math.PI) * cols);
}

/** The number of different points. */
function distinct({ rows, cols, values }: Batch): number {
  const column = (i: number): string => Array.from({ length: rows }, (_, k) => values[k * cols + i] ?? NaN).join();
  return new Set(Array.from({ length: cols }, (_, i) => column(i))).size;
}
