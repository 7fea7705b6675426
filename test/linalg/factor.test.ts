import fc from 'fast-check';
import { CholeskyDecomposition, Matrix as Dense, QrDecomposition } from 'ml-matrix';
import { describe, expect, test } from 'vitest';
import { triangularFactor } from '../../src/linalg/factor.js';
import { at, type Batch, build, type Factor, scaled } from '../../src/linalg/matrix.js';
import { gram } from '../../src/linalg/product.js';
import { batchOf, gaussianBatch, gaussianBatches, integerBatches, u } from './draws.js';

/** The largest |a_ij - b_ij| / (|x_i| |x_j|) of the two Gram matrices, over the rounding allowance d n 8u (Higham 19.4, c = 4, twice). */
function gramErrorShare(x: Batch | Factor, r: Batch | Factor): number {
  const a = gram(x);
  const b = gram(r);
  let worst = 0;
  for (let i = 0; i < x.cols; i++) {
    for (let j = 0; j < x.cols; j++) {
      const size = Math.sqrt(at(a, i, i) * at(a, j, j));
      const error = Math.abs(at(a, i, j) - at(b, i, j));
      worst = Math.max(worst, size === 0 ? (error === 0 ? 0 : Infinity) : error / size / (x.rows * x.cols * 8 * u));
    }
  }
  return worst;
}

const entries = (m: Dense): Factor => build(m.rows, m.columns, (i, j) => m.get(i, j));
const dense = (x: Batch): Dense =>
  new Dense(Array.from({ length: x.rows }, (_, i) => Array.from({ length: x.cols }, (_, j) => at(x, i, j))));
/** Squared distance of columns 0 and 1 over the squared norm of column 0. */
function squaredGap(f: Batch | Factor): number {
  let apart = 0;
  let size = 0;
  for (let i = 0; i < f.rows; i++) {
    const a = f.values[i * f.cols] ?? NaN;
    const b = f.values[i * f.cols + 1] ?? NaN;
    apart += (a - b) * (a - b);
    size += a * a;
  }
  return apart / size;
}

describe('triangularFactor', () => {
  test('Its Gram matrix is that of the batch, to rounding', () => {
    const batches = fc.oneof(gaussianBatches, integerBatches);
    fc.assert(
      fc.property(batches, (x) => gramErrorShare(x, triangularFactor(x)) <= 1),
      { numRuns: 500 },
    );
  });

  test('The Gram check catches a factor with one entry off by a part in a billion', () => {
    const x = gaussianBatch('off', 8, 5);
    const r = triangularFactor(x);
    const wrong = { ...r, values: r.values.map((v, i) => (i === 1 ? v * (1 + 1e-9) : v)) };
    expect(gramErrorShare(x, r)).toBeLessThanOrEqual(1);
    expect(gramErrorShare(x, wrong)).toBeGreaterThan(1);
  });

  test('It is upper triangular, min(d, n) x n, with a diagonal that is not negative', () => {
    fc.assert(
      fc.property(fc.oneof(gaussianBatches, integerBatches), (x) => {
        const r = triangularFactor(x);
        expect([r.rows, r.cols]).toEqual([Math.min(x.rows, x.cols), x.cols]);
        for (let i = 0; i < r.rows; i++) {
          expect(at(r, i, i)).toBeGreaterThanOrEqual(0);
          for (let j = 0; j < i; j++) expect(at(r, i, j)).toBe(0);
        }
      }),
    );
  });

  test('On a batch of full rank it is the Cholesky factor of the Gram matrix', () => {
    const x = gaussianBatch('cholesky', 40, 6);
    const r = triangularFactor(x);
    const g = gram(x);
    const lower = new CholeskyDecomposition(
      new Dense(Array.from({ length: 6 }, (_, i) => Array.from({ length: 6 }, (_, j) => at(g, i, j)))),
    ).lowerTriangularMatrix;
    // Condition number of G is below 10 for 40 x 6, entries below 10: relative errors n d u 10, times the entry.
    for (let i = 0; i < 6; i++)
      for (let j = i; j < 6; j++) expect(Math.abs(at(r, i, j) - lower.get(j, i))).toBeLessThanOrEqual(240 * u * 100);
  });

  test('The distance of two nearly equal columns survives, where the Cholesky factor of the Gram matrix loses it', () => {
    const distance = 1e-10;
    const x = gaussianBatch('near', 30, 2);
    const base = Array.from({ length: 30 }, (_, i) => at(x, i, 0));
    const near = batchOf(
      base,
      base.map((b, i) => b + distance * at(x, i, 1)),
    );
    const exact = squaredGap(near);
    // Backward error of a column: d n 4u of its norm, against a distance of about 1e-10 of it; the square doubles it.
    const allowed = (2 * (30 * 2 * 4 * u)) / Math.sqrt(exact);
    const relativeError = (f: Batch | Factor): number => Math.abs(squaredGap(f) / exact - 1);
    expect(relativeError(triangularFactor(near))).toBeLessThanOrEqual(allowed);
    const g = gram(near);
    const corner = Math.sqrt(at(g, 0, 0));
    const beside = at(g, 0, 1) / corner;
    const rest = Math.sqrt(Math.max(0, at(g, 1, 1) - beside * beside));
    expect(relativeError(batchOf([corner, 0], [beside, rest]))).toBeGreaterThan(allowed);
  });

  test('Equal columns stay equal bit for bit, which a plain QR does not grant', () => {
    const x = gaussianBatch('twins', 9, 4);
    const column = (j: number): number[] => Array.from({ length: 9 }, (_, i) => at(x, i, j));
    const twins = batchOf(column(0), column(1), column(0), column(2), column(1), column(3));
    const columnsEqual = (f: Factor, a: number, b: number): boolean =>
      Array.from({ length: f.rows }, (_, i) => at(f, i, a) === at(f, i, b)).every(Boolean);
    const r = triangularFactor(twins);
    expect(columnsEqual(r, 0, 2) && columnsEqual(r, 1, 4)).toBe(true);
    expect(gramErrorShare(twins, r)).toBeLessThanOrEqual(1);
    const plain = entries(new QrDecomposition(dense(twins)).upperTriangularMatrix);
    expect(columnsEqual(plain, 0, 2) && columnsEqual(plain, 1, 4)).toBe(false);
  });

  test('A column times a power of two only changes that column, by that power, at any scale', () => {
    const x = gaussianBatch('scales', 7, 4);
    const r = triangularFactor(x);
    for (const k of [-900, -665, -3, 0, 700, 1000]) {
      const power = 2 ** k;
      const wide = { ...x, values: x.values.map((v, i) => (i % 4 === 2 ? v * power : v)) };
      expect(triangularFactor(wide).values).toEqual(r.values.map((v, i) => (i % 4 === 2 ? v * power : v)));
      expect(triangularFactor(scaled(x, power)).values).toEqual(r.values.map((v) => v * power));
    }
  });

  test('Zero columns, zero batches and empty batches have factors too', () => {
    expect([...triangularFactor(batchOf([0, 0], [3, 4], [0, 0])).values]).toEqual([0, 3, 0, 0, 4, 0]);
    expect([...triangularFactor(batchOf([0, 0, 0], [0, 0, 0])).values]).toEqual([0, 0, 0, 0]);
    expect(triangularFactor({ rows: 3, cols: 0, values: new Float64Array(0) })).toEqual({
      rows: 0,
      cols: 0,
      values: new Float64Array(0),
    });
  });

  test('A remainder too small to square is dropped and does not distort the rest', () => {
    const x = batchOf([1, 0, 0], [1, 1e-160, 0], [1, 1, 1]);
    expect(gramErrorShare(x, triangularFactor(x))).toBeLessThanOrEqual(1);
  });

  test('Input that is not finite is refused', () => {
    expect(() => triangularFactor(batchOf([1, NaN], [2, 3]))).toThrow(
      new RangeError(
        'triangularFactor: needs finite entries; came a 2×2 matrix with NaN or Infinity. Look for an overflow upstream.',
      ),
    );
  });
});
