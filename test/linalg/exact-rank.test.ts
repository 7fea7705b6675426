import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactRank } from '../../src/linalg/exact-rank.js';
import { build, matrix } from '../../src/linalg/matrix.js';
import { product } from '../../src/linalg/product.js';

const of = (rows: number, ...values: number[]): number =>
  exactRank(matrix<'row', 'column'>(rows, values.length / rows, Float64Array.from(values)));

describe('exactRank', () => {
  it('tells apart what differs in the last bit', () => {
    expect(of(2, 1, 1, 1, 1)).toBe(1);
    expect(of(2, 1, 1, 1, 1 + Number.EPSILON)).toBe(2);
    expect(of(2, 0.1, 0.2, 0.3, 0.6)).toBe(1); // exactly: 0.6 is twice 0.3, as 0.2 is twice 0.1
    expect(of(2, 0.1, 0.3, 0.2, 0.6)).toBe(1);
    expect(of(2, 0.1, 0.3, 0.3, 0.9)).toBe(2); // 0.3 is not three times 0.1
  });

  it('needs no scale: subnormal and huge numbers are numbers', () => {
    expect(of(2, 5e-324, 1e308, 0, 5e-324)).toBe(2);
    expect(of(2, 5e-324, 0, -5e-324, 0)).toBe(1);
  });

  it('is 0 for nothing', () => {
    expect(of(2, 0, -0, 0, 0)).toBe(0);
    expect(exactRank(build<'row', 'column'>(0, 3, () => 1))).toBe(0);
  });

  it('refuses what is not a number', () => {
    expect(() => of(1, NaN)).toThrow('exactRank: needs finite entries; came a 1×1 matrix');
  });

  it('of a product is at most that of its factors, and that of the identity times a matrix is the same', () => {
    const entries = fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(entries, entries, (a, b) => {
        const tall = matrix<'row', 'inner'>(4, 3, Float64Array.from(a));
        const wide = matrix<'inner', 'column'>(3, 4, Float64Array.from(b));
        expect(exactRank(product(tall, wide))).toBeLessThanOrEqual(Math.min(exactRank(tall), exactRank(wide)));
        const padded = build<'row', 'column'>(4, 4, (i, j) => (j < 3 ? (a[3 * i + j] ?? NaN) : 0));
        expect(exactRank(padded)).toBe(exactRank(tall));
      }),
    );
  });
});
