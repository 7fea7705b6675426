import { describe, expect, it } from 'vitest';
import { relativeNorms } from '../../src/geometry/norms.js';
import { oddPoints } from '../../src/geometry/odd-point.js';
import { isometry, rank } from '../../src/geometry/spectrum.js';
import { batchOf, u } from '../linalg/draws.js';

describe('what a bound includes', () => {
  it('a point at the geometric mean of largest and median is odd', () => {
    const along = (...norms: number[]) => batchOf(...norms.map((norm) => [norm]));
    expect(oddPoints(along(1, 1, 1, 2, 4))).toBe(2);
    expect(oddPoints(along(1, 1, 1, 2 - 4 * u, 4))).toBe(1);
  });

  it('a singular value at the tolerance does not count', () => {
    expect(rank(batchOf([1, 0], [0, 0.5]), 0.5)).toBe(1);
    expect(rank(batchOf([1, 0], [0, 0.5]), 0.5 - u)).toBe(2);
  });

  it.each([
    ['rows', 100, 2],
    ['points', 2, 100],
  ])('a batch is singular up to the noise of the more numerous, its %s', (_, rows, points) => {
    const batch = { rows, cols: points, values: new Float64Array(rows * points) };
    const values = (least: number): Float64Array =>
      Float64Array.from({ length: points }, (__, i) => (i === points - 1 ? least : 1));
    const noise = 4 * 100 * u;
    expect(isometry(batch, values(noise))).toBe(0);
    expect(isometry(batch, values(1.001 * noise))).toBeGreaterThan(0);
  });

  it('norms are in units of the power of two below the largest entry, 1 for a batch of zeros', () => {
    expect(relativeNorms(batchOf([6, 8], [0, 0]))).toEqual({ norms: Float64Array.of(10 / 8, 0), exponent: 3 });
    expect(relativeNorms(batchOf([0, 0]))).toEqual({ norms: Float64Array.of(0), exponent: 0 });
  });
});
