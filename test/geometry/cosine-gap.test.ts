import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cosineGap, cosines, cosinesTo } from '../../src/geometry/cosines.js';
import { at, type Batch, type Factor } from '../../src/linalg/matrix.js';
import { batchOf, gaussianBatches, u } from '../linalg/draws.js';

/** Columns (3, 4) s and (3 - 4t, 4 + 3t): tangent of the angle t, so 1 - cos = t^2 / (q (q + 1)) with q = sqrt(1 + t^2). */
const atAngle = (t: number, s: number): { pair: Batch; exact: number } => {
  const q = Math.sqrt(1 + t * t);
  return { pair: batchOf([3 * s, 4 * s], [3 - 4 * t, 4 + 3 * t]), exact: (t * t) / (q * (q + 1)) };
};

describe('cosineGap', () => {
  // The entries 3 - 4t are rounded, by u relative: another 2u of angle beside the 2u of the function, each against an angle t.
  const allowance = (t: number, exact: number): number => 4 * u * t + 12 * u * exact + 4 * u * u;

  test('It follows a closed form down to an angle of 1e-12, where 1 - cos is off by more than all of it', () => {
    const check = (gap: (f: Batch) => number, t: number, s: number): boolean => {
      const { pair, exact } = atAngle(t, s);
      return Math.abs(gap(pair) - exact) <= allowance(t, exact);
    };
    for (const t of [1, 0.1, 1e-3, 1e-5, 1e-8, 1e-10, 1e-12]) {
      for (const s of [1, 7.3, 1e-3]) expect(check((f) => cosineGap(f, 0, 1), t, s)).toBe(true);
    }
    expect(check((f) => 1 - at(cosines(f), 0, 1), 1e-5, 1)).toBe(false);
    expect(1 - at(cosines(atAngle(1e-10, 1).pair), 0, 1)).toBe(0);
  });

  test('It is 0 for equal points, 1 for orthogonal ones, 2 for opposite ones, at any scale', () => {
    for (const scale of [1, 1e-200, 1e200, 5e-324]) {
      const x = batchOf(
        [3 * scale, 4 * scale],
        [3 * scale, 4 * scale],
        [-4 * scale, 3 * scale],
        [-3 * scale, -4 * scale],
      );
      expect(cosineGap(x, 0, 1)).toBe(0);
      expect(Math.abs(cosineGap(x, 0, 2) - 1)).toBeLessThanOrEqual(12 * u);
      expect(Math.abs(cosineGap(x, 0, 3) - 2)).toBeLessThanOrEqual(24 * u);
    }
  });

  test('It agrees with 1 - cos where that is accurate', () => {
    fc.assert(
      fc.property(gaussianBatches, (x) => {
        const last = x.cols - 1;
        const difference = Math.abs(cosineGap(x, 0, last) - (1 - at(cosines(x), 0, last)));
        return difference <= (4 * x.rows + 20) * u * 2;
      }),
    );
  });

  test('It is NaN for points that are dead, not finite or not there', () => {
    const x = batchOf([0, 0], [1, 0], [NaN, 1], [Infinity, 0]);
    for (const j of [0, 2, 3, 4, -1]) expect(cosineGap(x, 1, j)).toBeNaN();
    expect(cosineGap({ rows: 0, cols: 2, values: new Float64Array(0) }, 0, 1)).toBeNaN();
  });
});

describe('cosines', () => {
  /** Straight from the definition, with the library's square root of sums. */
  const reference = (f: Batch | Factor, i: number, j: number): number => {
    const column = (k: number): number[] => Array.from({ length: f.rows }, (_, r) => f.values[r * f.cols + k] ?? NaN);
    const a = column(i);
    const b = column(j);
    return a.reduce((sum, x, r) => sum + x * (b[r] ?? NaN), 0) / (Math.hypot(...a) * Math.hypot(...b));
  };

  test('They follow the definition, are symmetric, and lie in [-1, 1]', () => {
    fc.assert(
      fc.property(gaussianBatches, (x) => {
        const found = cosines(x);
        for (let i = 0; i < x.cols; i++) {
          expect(at(found, i, i)).toBe(1);
          for (let j = 0; j < x.cols; j++) {
            expect(at(found, i, j)).toBe(at(found, j, i));
            expect(Math.abs(at(found, i, j))).toBeLessThanOrEqual(1);
            expect(Math.abs(at(found, i, j) - reference(x, i, j))).toBeLessThanOrEqual(2 * (2 * x.rows + 6) * u);
          }
        }
      }),
    );
  });

  test('Those to one point are a row of the matrix, bit for bit', () => {
    fc.assert(
      fc.property(gaussianBatches, (x) => {
        const all = cosines(x);
        for (let i = 0; i < x.cols; i++)
          expect(cosinesTo(x, i)).toEqual(all.values.slice(i * x.cols, (i + 1) * x.cols));
      }),
      { numRuns: 30 },
    );
  });

  test('Those of points 1e-200 and 1e+200 long are as good as any', () => {
    const x = batchOf([3e-200, 4e-200], [4e200, 3e200], [-4, 3]);
    const exact = [1, 0.96, 0, 0.96, 1, -0.28, 0, -0.28, 1];
    // Three roundings of decimal entries to doubles, and (d + 2) u of the function.
    cosines(x).values.forEach((c, i) => expect(Math.abs(c - (exact[i] ?? NaN))).toBeLessThanOrEqual(8 * u));
  });

  test('Equal points have cosine exactly 1', () => {
    fc.assert(
      fc.property(gaussianBatches, (x) => {
        const twice = { rows: x.rows, cols: 2, values: new Float64Array(2 * x.rows).map((_, i) => at(x, i >> 1, 0)) };
        expect(at(cosines(twice), 0, 1)).toBe(1);
      }),
    );
  });
});
