import { describe, expect, test } from 'vitest';
import { clusterCosine, crossCosine, remotePoint } from '../../src/geometry/cluster.js';
import { cosinesTo } from '../../src/geometry/cosines.js';
import { type BatchGeometry, describeGeometry } from '../../src/geometry/describe.js';
import { normRatio, oddPoint, oddPoints } from '../../src/geometry/odd-point.js';
import { rank, spectrum } from '../../src/geometry/spectrum.js';
import { norms } from '../../src/geometry/norms.js';
import { symmetricEigenvalues } from '../../src/linalg/eigen.js';
import { triangularFactor } from '../../src/linalg/factor.js';
import type { Batch, Factor } from '../../src/linalg/matrix.js';
import { gram } from '../../src/linalg/product.js';
import { batchOf, u } from '../linalg/draws.js';
import { cluster, oneOdd, orthogonal, simplex } from './configurations.js';

/** Within 100 n u of the exact value: an SVD of size n errs by tens of n u, everything else by less. */
const near = (found: number, exact: number, n: number): void =>
  expect(Math.abs(found - exact)).toBeLessThanOrEqual(100 * n * u * Math.max(1, Math.abs(exact)));

/** What the SVD and the sums of n squares say about a configuration. */
function expectShape(
  g: BatchGeometry,
  exact: { gap: number; rank: number; stableRank: number; isometry: number },
): void {
  expect(g.degenerate).toBe('none');
  near(g.orthogonalityGap, exact.gap, g.points);
  expect(g.rank).toBe(exact.rank);
  near(g.stableRank, exact.stableRank, g.points);
  near(g.isometry, exact.isometry, g.points);
}

describe('Known configurations', () => {
  test.each([3, 4, 10, 33])('The simplex of %i points has every cosine -1/(n-1) and rank n-1', (n) => {
    const g = describeGeometry(simplex(n));
    expectShape(g, { gap: 1 / Math.sqrt(n * (n - 1)), rank: n - 1, stableRank: n - 1, isometry: 0 });
    for (const cosine of [g.clusterCosine.min, g.clusterCosine.mean, g.crossCosine.mean, -g.crossCosine.max]) {
      near(cosine, -1 / (n - 1), n);
    }
    near(g.normRatio, 1, n);
    expect(g.oddPoints).toBe(0);
  });

  test.each([1, 2, 5, 24])('%i orthogonal points have no gap, full rank and isometry 1', (n) => {
    const g = describeGeometry(orthogonal(n));
    expectShape(g, { gap: 0, rank: n, stableRank: n, isometry: 1 });
    expect([g.oddPoint, g.oddPoints, g.normRatio]).toEqual([0, 0, 1]);
  });

  test.each([7, 16, 64])('Among %i points the odd one is found, n-1 times longer and orthogonal', (n) => {
    for (const odd of [0, 3, n - 1]) {
      const g = describeGeometry(oneOdd(n, odd));
      expect([g.oddPoint, g.oddPoints, g.normRatio, g.remotePoint]).toEqual([odd, 1, n - 1, odd]);
      expect([g.clusterCosine, g.crossCosine]).toEqual([
        { min: 1, mean: 1 },
        { max: 0, mean: 0 },
      ]);
      // Eigenvalues of G: (n-1)^2 and n-1.
      const trace = n * (n - 1);
      const big = (n - 1) / n - 1 / n;
      const small = (n - 1) / trace - 1 / n;
      const gap = Math.sqrt(big * big + small * small + (n - 2) / (n * n));
      expectShape(g, { gap, rank: 2, stableRank: 1 + 1 / (n - 1), isometry: 0 });
    }
  });

  test.each([2, 9, 40])('%i copies of a point have rank 1 and the largest gap', (n) => {
    const g = describeGeometry(cluster(n));
    expectShape(g, { gap: Math.sqrt(1 - 1 / n), rank: 1, stableRank: 1, isometry: 0 });
    expect([g.oddPoint, g.oddPoints, g.normRatio, g.crossCosine]).toEqual([0, 0, 1, { max: 1, mean: 1 }]);
  });

  test('A batch and its triangular factor have one description', () => {
    const x = oneOdd(12, 4);
    const a = describeGeometry(x);
    const b = describeGeometry(triangularFactor(x));
    near(a.stableRank, b.stableRank, 12);
    expect({ ...b, stableRank: 0, orthogonalityGap: 0 }).toEqual({ ...a, stableRank: 0, orthogonalityGap: 0 });
  });
});

/** Every check below is run on the function and on the variants that it must tell from it. */
describe('Wrong variants are caught', () => {
  const list = (f: Batch | Factor): number[] => [...norms(f)];
  const largest = (f: Batch | Factor): number => Math.max(...list(f));

  test('The norm ratio is over the median, not over the mean or the upper middle', () => {
    const check = (ratio: (f: Batch) => number): boolean =>
      ratio(oneOdd(16, 5)) === 15 && ratio(batchOf([1], [2], [4], [8])) === 8 / 3;
    expect(check(normRatio)).toBe(true);
    expect(check((f) => largest(f) / (list(f).reduce((a, b) => a + b) / f.cols))).toBe(false);
    expect(check((f) => largest(f) / (list(f).sort((a, b) => a - b)[f.cols >> 1] ?? NaN))).toBe(false);
  });

  test('Among points of equal norm the odd one is the first', () => {
    const tied = batchOf([1, 0], [0, 2], [2, 0], [0, -2]);
    expect(oddPoint(tied)).toBe(1);
    expect(list(tied).lastIndexOf(largest(tied))).not.toBe(1);
  });

  test('The cross cosine is the largest absolute value, not the largest', () => {
    const antipodal = batchOf([-5, 0], [1, 0], [4, 3]);
    const check = (max: number): boolean => max === 1;
    expect(check(crossCosine(antipodal).max)).toBe(true);
    expect(check(Math.max(...cosinesTo(antipodal, 0).slice(1)))).toBe(false);
    expect(crossCosine(antipodal).mean).toBe(-0.9);
  });

  test('The cluster leaves out the odd point and nothing else', () => {
    const x = oneOdd(8, 2);
    const check = (odd: number): boolean => clusterCosine(x, odd).min === 1;
    expect(check(oddPoint(x))).toBe(true);
    expect(check(oddPoint(x) - 1)).toBe(false);
  });

  test('The remote point is odd by direction, the odd point by norm', () => {
    const x = batchOf([9, 0], [1, 0], [1, 0.1], [0, 1], [1, -0.1]);
    expect([oddPoint(x), remotePoint(x)]).toEqual([0, 3]);
  });

  test('The rank is that of the factor: squared in the Gram matrix, a singular value of 1e-8 drowns', () => {
    const x = batchOf([1, 1, 0, 0], [1, 1, 1e-8, 0], [1, -1, 0, 1e-8]);
    const check = (ranked: (f: Batch) => number): boolean => ranked(x) === 3;
    expect(check(rank)).toBe(true);
    expect(check((f) => [...symmetricEigenvalues(gram(f))].filter((value) => value > 1e-9 * 4).length)).toBe(false);
    expect(rank(x, 1e-7)).toBe(2);
  });

  test('The spectrum keeps its zeros: one value a point', () => {
    expect([...spectrum(batchOf([2, 0], [0, 1], [0, 0]))]).toEqual([1, 0.5, 0]);
  });

  test.each<[string, number[], number]>([
    ['no point apart', [1, 1, 1, 1, 1.9], 0],
    ['one', [1, 1, 1, 1, 2], 1],
    ['two', [9, 1, 1, 10, 1], 2],
    ['one with a straggler below the geometric mean of 10 and 1', [3.1, 1, 1, 10, 1], 1],
    ['two with a straggler above it', [3.2, 1, 1, 10, 1], 2],
    ['n = 2, where the median is half-way', [1, 100], 0],
  ])('Odd points are counted: %s', (_, sizes, count) => {
    expect(oddPoints(batchOf(...sizes.map((size) => [size])))).toBe(count);
  });
});
