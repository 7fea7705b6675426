import fc from 'fast-check';
import { keep, recenter } from '../../src/network/stages.js';
import { roundoff } from '../../src/theory/allowance.js';
import { evidence } from '../../src/theory/claim.js';
import {
  type SoftRank,
  softRankAtLeast,
  softRankDominates,
  softRankMargins,
} from '../../theorems/rescale-linear/soft-rank-dominates-stable-rank.js';
import { geometric, grid, seeds, whole } from '../arbitraries.js';

/** Two to ten points about places of these coordinates: short ones or long ones, since rescaling forgets the scale. */
function points(coordinate: fc.Arbitrary<number>, scatter: fc.Arbitrary<number>): fc.Arbitrary<SoftRank['points']> {
  return fc.array(fc.record({ at: fc.tuple(coordinate, coordinate, coordinate), scatter }), {
    minLength: 2,
    maxLength: 10,
  });
}

/** One eigenvalue 1 + (d-1) c and d - 1 of 1 - c, c just above 1 - tau: a batch of its roots and orthogonal rows has them. */
function oneLarge({ width, threshold }: SoftRank): Float64Array {
  const c = 1 - threshold + 1e-9;
  return Float64Array.from({ length: width }, (_, k) => (k === 0 ? 1 + (width - 1) * c : 1 - c));
}

export default evidence<SoftRank>({
  theorem: softRankDominates,
  given: fc.record({
    points: fc.oneof(points(whole(-1, 1), fc.constant(0.01)), points(whole(-30, 30), whole(1, 9))),
    threshold: fc.oneof(fc.constantFrom(0, 1), grid(0, 1, 0.01), grid(0, 1, 0.01)),
    weights: fc.constantFrom('gaussian', 'uniform', 'orthogonal', 'student-t(3)', 'cauchy'),
    width: geometric(1, 32, 12),
    draw: seeds(),
  }),
  cases: 300,
  allowance: roundoff(
    ({ width, points }) => 40 * width * width * (width + points.length),
    'an eigenvalue is off by 20 (d + n) units of the trace d, as if the threshold were; that moves the bound by twice the stable rank, at most d, each',
  ),
  regimes: {
    'one neuron': ({ width }) => width === 1,
    'more neurons than points': ({ width, points }) => width > points.length,
    'more points than neurons': ({ width, points }) => width < points.length,
    'a threshold of 0': ({ threshold }) => threshold === 0,
    'a threshold of 1': ({ threshold }) => threshold === 1,
    'weights without a variance': ({ weights }) => weights === 'cauchy',
  },
  survives: { recentering: { recenter } },
  breaks: {
    'no rescaling': { rescale: keep },
    '1 - tau for its square': {
      instead: {
        margins: (instance) => softRankMargins(oneLarge(instance), instance.threshold, 1 - instance.threshold),
      },
    },
    'no factor': { instead: softRankAtLeast(() => 1) },
  },
});
