import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cosines } from '../../src/geometry/cosines.js';
import { describeGeometry, type BatchGeometry } from '../../src/geometry/describe.js';
import { norms } from '../../src/geometry/norms.js';
import type { Batch } from '../../src/linalg/matrix.js';
import { batchOf, integerBatches } from '../linalg/draws.js';

const undefinedPair = { clusterCosine: { min: NaN, mean: NaN }, crossCosine: { max: NaN, mean: NaN }, remotePoint: -1 };

describe('Degenerate batches have a description, never an exception', () => {
  test('A dead batch has rank 0 and no quotient', () => {
    const dead: BatchGeometry = {
      points: 3,
      degenerate: 'dead batch',
      oddPoint: 0,
      oddPoints: NaN,
      normRatio: NaN,
      ...undefinedPair,
      orthogonalityGap: NaN,
      rank: 0,
      stableRank: NaN,
      isometry: NaN,
    };
    expect(describeGeometry(batchOf([0, 0], [0, 0], [0, 0]))).toEqual(dead);
    expect(describeGeometry(batchOf([0, 0], [-0, 0], [0, -0]))).toEqual(dead);
  });

  test('A batch without points, or without neurons, is a dead one', () => {
    expect(describeGeometry({ rows: 3, cols: 0, values: new Float64Array(0) })).toMatchObject({
      points: 0,
      degenerate: 'dead batch',
      oddPoint: -1,
      rank: 0,
    });
    expect(describeGeometry({ rows: 0, cols: 2, values: new Float64Array(0) })).toMatchObject({
      degenerate: 'dead batch',
      rank: 0,
      normRatio: NaN,
    });
  });

  test('Dead points spoil the cosines, and the norm ratio only when they are the majority', () => {
    const few = describeGeometry(batchOf([0, 0], [1, 0], [0, 3], [0, 1]));
    expect(few).toMatchObject({
      degenerate: 'dead points',
      oddPoint: 2,
      normRatio: 3,
      oddPoints: 1,
      rank: 2,
      ...undefinedPair,
    });
    expect(few.isometry).toBe(0);
    const many = describeGeometry(batchOf([0, 0], [0, 0], [0, 3]));
    expect(many).toMatchObject({ degenerate: 'dead points', oddPoint: 2, normRatio: NaN, oddPoints: NaN, rank: 1 });
    expect([...cosines(batchOf([0, 0], [0, 3])).values]).toEqual([NaN, NaN, NaN, 1]);
  });

  test.each([NaN, Infinity, -Infinity])('One entry %f makes every number NaN and every index -1', (bad) => {
    expect(describeGeometry(batchOf([1, 2], [3, bad], [4, 5]))).toEqual({
      points: 3,
      degenerate: 'non-finite',
      oddPoint: -1,
      oddPoints: NaN,
      normRatio: NaN,
      ...undefinedPair,
      orthogonalityGap: NaN,
      rank: NaN,
      stableRank: NaN,
      isometry: NaN,
    });
    expect([...norms(batchOf([3, 4], [3, bad]))]).toEqual([5, NaN]);
  });

  test('A single point has norms and ranks, but no pairs', () => {
    expect(describeGeometry(batchOf([3, 4]))).toEqual({
      points: 1,
      degenerate: 'none',
      oddPoint: 0,
      oddPoints: 0,
      normRatio: 1,
      ...undefinedPair,
      orthogonalityGap: 0,
      rank: 1,
      stableRank: 1,
      isometry: 1,
    });
  });

  test('Of two points one is odd, and a cluster of one has no pairs', () => {
    const g = describeGeometry(batchOf([1, 0], [0, 3]));
    expect(g).toMatchObject({ degenerate: 'none', oddPoint: 1, normRatio: 1.5, oddPoints: 0, remotePoint: 0 });
    expect([g.clusterCosine, g.crossCosine]).toEqual([
      { min: NaN, mean: NaN },
      { max: 0, mean: 0 },
    ]);
  });

  test('No batch of any numbers throws, and ranges hold', () => {
    const number = fc.oneof(fc.double(), fc.integer({ min: -1, max: 1 }), fc.constantFrom(5e-324, 1.7e308, -1e-310));
    const wild: fc.Arbitrary<Batch> = fc
      .array(number, { minLength: 6, maxLength: 6 })
      .map((list) => ({ rows: 2, cols: 3, values: Float64Array.from(list) }));
    fc.assert(
      fc.property(fc.oneof(wild, integerBatches), (x) => {
        const g = describeGeometry(x);
        const within = (value: number, low: number, high: number): boolean =>
          Number.isNaN(value) || (value >= low && value <= high);
        // A sum of n squares of numbers at most 1 rounds up by at most n u of n.
        const top = x.cols * (1 + 4 * x.cols * Number.EPSILON);
        expect(within(g.normRatio, 1, Infinity)).toBe(true);
        expect(within(g.crossCosine.max, 0, 1)).toBe(true);
        expect(within(g.clusterCosine.min, -1, g.clusterCosine.mean + 4 * x.cols * x.cols * Number.EPSILON)).toBe(true);
        expect(within(g.orthogonalityGap, 0, 1)).toBe(true);
        expect(within(g.stableRank, 1, top)).toBe(true);
        expect(within(g.isometry, 0, 1)).toBe(true);
        expect(within(g.oddPoints, 0, x.cols / 2)).toBe(true);
        expect(g.degenerate === 'non-finite').toBe(!x.values.every(Number.isFinite));
      }),
      { numRuns: 2000 },
    );
  });
});
