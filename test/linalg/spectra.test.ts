import fc from 'fast-check';
import { EigenvalueDecomposition, Matrix as Dense } from 'ml-matrix';
import { describe, expect, test } from 'vitest';
import { symmetricEigenvalues } from '../../src/linalg/eigen.js';
import { triangularFactor } from '../../src/linalg/factor.js';
import { type Batch, build, type Gram, scaled, transpose } from '../../src/linalg/matrix.js';
import { gram } from '../../src/linalg/product.js';
import { singularValues } from '../../src/linalg/singular.js';
import { batchOf, gaussianBatch, gaussianBatches, integerBatches, u } from './draws.js';

/** |a - b| <= c u n size for all entries: backward error of a symmetric or bidiagonal iteration, measured at 50 u n, doubled. */
const agree = (a: Float64Array, b: Float64Array, size: number): boolean =>
  a.length === b.length && a.every((x, i) => Math.abs(x - (b[i] ?? NaN)) <= 100 * u * Math.max(1, a.length) * size);

/** I + n c 11': one eigenvalue 1 + n c, the others 1. */
const equicorrelated = (n: number, c: number): Gram => build(n, n, (i, j) => (i === j ? 1 + c : c));

describe('symmetricEigenvalues', () => {
  test('Equal correlations have one eigenvalue apart', () => {
    const found = symmetricEigenvalues(equicorrelated(5, 0.25));
    const exact = Float64Array.of(2.25, 1, 1, 1, 1);
    expect(agree(found, exact, 2.25)).toBe(true);
    expect(agree(symmetricEigenvalues(equicorrelated(5, 0.25 * (1 + 1e-9))), exact, 2.25)).toBe(false);
  });

  test('They come largest first, negative ones included', () => {
    const diagonal: Gram = build(3, 3, (i, j) => (i === j ? ([-3, 2, 1][i] ?? NaN) : 0));
    expect([...symmetricEigenvalues(diagonal)]).toEqual([2, 1, -3]);
  });

  test('Those of a Gram matrix are the squared singular values of its factor', () => {
    fc.assert(
      fc.property(fc.oneof(gaussianBatches, integerBatches), (x) => {
        const squares = new Float64Array(x.cols);
        singularValues(x).forEach((s, i) => (squares[i] = s * s));
        return agree(symmetricEigenvalues(gram(x)), squares, squares[0] ?? NaN);
      }),
    );
  });

  test('An asymmetry of the size of a rounding error is averaged away, a real one refused', () => {
    const rounded: Gram = { rows: 2, cols: 2, values: Float64Array.of(2, 1, 1 + 2 * u, 2) };
    expect(agree(symmetricEigenvalues(rounded), Float64Array.of(3, 1), 3)).toBe(true);
    const wrong: Gram = { rows: 2, cols: 2, values: Float64Array.of(2, 1, 0.5, 2) };
    expect(() => symmetricEigenvalues(wrong)).toThrow(
      new RangeError('symmetricEigenvalues: needs a symmetric matrix; entry (0, 1) is 1, (1, 0) is 0.5.'),
    );
  });

  test('Matrices that are not square or not finite are refused', () => {
    const wide: Gram = { rows: 1, cols: 2, values: Float64Array.of(1, 2) };
    expect(() => symmetricEigenvalues(wide)).toThrow(
      new RangeError('symmetricEigenvalues: needs a square matrix; came 1×2.'),
    );
    const broken: Gram = { rows: 2, cols: 2, values: Float64Array.of(1, NaN, NaN, 1) };
    expect(() => symmetricEigenvalues(broken)).toThrow(
      new RangeError(
        'symmetricEigenvalues: needs finite entries; came a 2×2 matrix with NaN or Infinity. Look for an overflow upstream.',
      ),
    );
  });

  test('Entries near the smallest double, on which ml-matrix throws, are no obstacle', () => {
    const [a, b, c] = [5.43230922487e-312, -4.488795829694234e-12, 6.953355807835e-310];
    const tiny: Gram = {
      rows: 3,
      cols: 3,
      values: Float64Array.of(1, a, b, a, 2.1729236899484e-311, c, b, c, 1.295163e-318),
    };
    const rows = Array.from({ length: 3 }, (_, i) => [...tiny.values.slice(3 * i, 3 * i + 3)]);
    expect(() => new EigenvalueDecomposition(new Dense(rows), { assumeSymmetric: true })).toThrow('Cannot read');
    expect(agree(symmetricEigenvalues(tiny), Float64Array.of(1, 0, 0), 1)).toBe(true);
  });

  test('The empty matrix has none', () => {
    expect(symmetricEigenvalues({ rows: 0, cols: 0, values: new Float64Array(0) })).toEqual(new Float64Array(0));
  });
});

describe('singularValues', () => {
  test('A batch, its transpose and its triangular factor have the same ones', () => {
    fc.assert(
      fc.property(fc.oneof(gaussianBatches, integerBatches), (x: Batch) => {
        const found = singularValues(x);
        const largest = found[0] ?? NaN;
        expect(agree(found, singularValues(transpose(x)), largest)).toBe(true);
        expect(agree(found, singularValues(triangularFactor(x)), largest)).toBe(true);
        expect(found.length).toBe(Math.min(x.rows, x.cols));
        expect([...found].every((s, i) => s >= 0 && s <= (found[i - 1] ?? Infinity))).toBe(true);
      }),
    );
  });

  test('Orthogonal columns show their norms', () => {
    const found = singularValues(batchOf([0, 3, 0], [-5, 0, 0]));
    expect(agree(found, Float64Array.of(5, 3), 5)).toBe(true);
    expect(agree(found, Float64Array.of(5, 3.00001), 5)).toBe(false);
  });

  test('A power of two passes through bit for bit, at any scale', () => {
    const x = gaussianBatch('powers', 6, 4);
    const found = singularValues(x);
    for (const k of [-900, -665, 665, 1000])
      expect(singularValues(scaled(x, 2 ** k))).toEqual(found.map((s) => s * 2 ** k));
  });

  test('Zero and empty matrices have zeros and none', () => {
    expect([...singularValues(batchOf([0, 0], [0, 0], [0, 0]))]).toEqual([0, 0]);
    expect([...singularValues({ rows: 0, cols: 4, values: new Float64Array(0) })]).toEqual([]);
  });

  test('A matrix on which the SVD of ml-matrix never ends has singular values', () => {
    const endless = [
      [1, 1.390671161567e-309, -2.0722615e-317, 1.0026659663263266e-111, -3.16e-322],
      [5.973517522676966e-185, 4.243991582e-314, 4e-323, 1.2743122187645645e-173, -8e-323],
      [0, -1.1125369292536007e-308, 1.295163e-318, 3.3156184e-316, -4e-323],
      [-3.970396041985429e-121, 5.43230922487e-312, -1.6578092e-316, 5.180654e-318, -3.4766779039175e-310],
      [8.06650785906068e-38, -3.4766779039175e-310, 0, -1.036131e-317, 4.243991582e-314],
    ];
    expect(agree(singularValues(transpose(batchOf(...endless))), Float64Array.of(1, 0, 0, 0, 0), 1)).toBe(true);
  });

  test('Entries over the whole range of doubles neither stall nor throw', () => {
    const entry = fc.record({ mantissa: fc.integer({ min: -9, max: 9 }), power: fc.integer({ min: -320, max: 300 }) });
    fc.assert(
      fc.property(fc.array(entry, { minLength: 12, maxLength: 12 }), (list) => {
        const values = Float64Array.from(list, ({ mantissa, power }) => mantissa * 10 ** power);
        return singularValues({ rows: 4, cols: 3, values }).every((s) => s >= 0 && Number.isFinite(s));
      }),
      { numRuns: 1000 },
    );
  });

  test('Input that is not finite is refused', () => {
    expect(() => singularValues(batchOf([1, Infinity]))).toThrow(
      new RangeError(
        'singularValues: needs finite entries; came a 2×1 matrix with NaN or Infinity. Look for an overflow upstream.',
      ),
    );
  });
});
