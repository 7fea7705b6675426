import fc from 'fast-check';
import { exactRank } from '../src/linalg/exact-rank.js';
import { raysOf, reluCapacity } from '../src/geometry/relu-capacity.js';
import { type Allowance, roundoff } from '../src/theory/allowance.js';
import { batchOf, type IntegerPoints } from '../theorems/integer-points.js';
import { whole } from './arbitraries.js';

/** Up to six points of a small grid, the first of them not at the origin, opposites of some, and up to three multiples. */
export function integerPoints(): { readonly [Field in keyof IntegerPoints]: fc.Arbitrary<IntegerPoints[Field]> } {
  const coordinate = whole(-2, 2);
  const place = fc.tuple(coordinate, coordinate, coordinate, coordinate);
  const echo = fc.record({ of: whole(0, 7), times: fc.constantFrom(-1, -2, 1, 2, 0) });
  return {
    inputs: whole(1, 4),
    start: fc.tuple(whole(1, 2), coordinate, coordinate, coordinate),
    places: fc.array(place, { maxLength: 5, size: 'max' }),
    mirrored: fc.oneof(fc.constant(0), whole(0, 5)),
    echoes: fc.oneof(fc.array(echo, { maxLength: 0 }), fc.array(echo, { minLength: 1, maxLength: 3, size: 'max' })),
  };
}

/** The families of batches that differ in what ReLU can make of them. Each must be visited. */
export const pointRegimes: Readonly<Record<string, (points: IntegerPoints) => boolean>> = {
  'one point': (points) => batchOf(points).cols === 1,
  'on a line': ({ inputs }) => inputs === 1,
  'in a plane': ({ inputs }) => inputs === 2,
  'in space': ({ inputs }) => inputs >= 3,
  'as many rays as points, none opposite': (points) => {
    const { first, opposite } = raysOf(batchOf(points));
    return first.length >= 3 && first.length === batchOf(points).cols && opposite.length === 0;
  },
  'a point at the origin': ({ echoes }) => echoes.some(({ times }) => times === 0),
  'an equal point': ({ echoes }) => echoes.some(({ times }) => times === 1),
  'a point farther on the same ray': ({ echoes }) => echoes.some(({ times }) => times === 2),
  'one opposite point': (points) => raysOf(batchOf(points)).opposite.length === 1,
  'opposite points on independent lines': (points) => {
    const batch = batchOf(points);
    const { first, opposite } = raysOf(batch);
    return opposite.length >= 2 && reluCapacity(batch) === first.length;
  },
  'opposite points on dependent lines': (points) => {
    const batch = batchOf(points);
    return reluCapacity(batch) < raysOf(batch).first.length;
  },
  'more points than dimensions': (points) => batchOf(points).cols > exactRank(batchOf(points)),
};

/** For claims about the number of eigenvalues that are not 0 after a wide layer. */
export const wideRankRounding: Allowance<IntegerPoints> = roundoff(
  (points, clause) => (clause === 'no more' ? 20 * batchOf(points).cols : 0),
  'eight roundings of each entry, relative to the two norms, move eigenvalues by 8 n of the largest; the solver has a dozen n',
);
