import fc from 'fast-check';
import { relu } from '../../src/network/activations.js';
import { activate, keep, recenter } from '../../src/network/stages.js';
import { roundoff } from '../../src/theory/allowance.js';
import { evidence } from '../../src/theory/claim.js';
import {
  gain,
  gaining,
  type WeakBranch,
  weakBranchBalancesFourthMoments,
} from '../../theorems/rescale-linear/weak-branch-balances-fourth-moments.js';
import { whole } from '../arbitraries.js';

/** A row of so many entries, the first positive and the second not: never constant. */
const rowsOf = (points: number): fc.Arbitrary<number[]> =>
  fc.tuple(whole(1, 4), whole(-4, 0), fc.array(whole(-4, 4), { minLength: points - 2, maxLength: points - 2 })).map(
    ([first, second, rest]) => [first, second, ...rest],
    (value) => {
      if (!isNumbers(value)) throw new RangeError('not a value of this arbitrary');
      const [first = NaN, second = NaN, ...rest] = value;
      return [first, second, rest];
    },
  );

function isNumbers(value: unknown): value is number[] {
  return Array.isArray(value) && value.every((x) => typeof x === 'number');
}

const batches = fc.oneof(
  ...[2, 3, 4].map((points) => fc.array(rowsOf(points), { minLength: 2, maxLength: 4, size: 'max' })),
);

export default evidence<WeakBranch>({
  theorem: weakBranchBalancesFourthMoments,
  given: fc.record({ rows: batches, halvings: whole(4, 12) }),
  cases: 150,
  allowance: roundoff(
    ({ rows }) => rows.length * rows.length * (12 * rows.length + 40),
    'each entry of both sides, of which there are d^2 of at most 1, has 2d + 8 roundings of a row and as many of its scale',
  ),
  regimes: {
    'two neurons': ({ rows }) => rows.length === 2,
    'more neurons than points': ({ rows }) => rows.length > (rows[0]?.length ?? NaN),
    'a very weak branch': ({ halvings }) => halvings >= 10,
  },
  survives: { recentering: { recenter } },
  breaks: {
    'no rescaling': { rescale: keep },
    'a ReLU': { activate: activate(relu) },
    'without the diagonal of the square': {
      instead: gaining((moments, neurons) => gain({ ...moments, diagonals: 0 }, neurons)),
    },
    'three cubes for four': {
      instead: gaining((moments, neurons) => gain(moments, neurons) + moments.cube),
    },
    'd for d^2': { instead: gaining((moments, neurons) => gain(moments, neurons) - neurons * neurons + neurons) },
  },
});
