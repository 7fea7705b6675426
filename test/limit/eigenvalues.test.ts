import { describe, expect, it } from 'vitest';
import { coordinatesOf, fromCoordinates } from '../../src/limit/coordinates.js';
import { eigenvaluesOf, modulus } from '../../src/limit/eigenvalues.js';
import { jacobiEigen } from '../../src/limit/jacobi.js';
import { coin, randomBlocks } from './pieces.js';

const UNIT = 2 ** -53;

describe('eigenvalues of a small matrix', () => {
  it('survive coordinates of very different size', () => {
    // Similar to [[2, 1], [1, 2]] by diag(1, 1e12): unbalanced, the small entry would count as rounding.
    const came = eigenvaluesOf(2, Float64Array.of(2, 1e12, 1e-12, 2)).map((z) => z.value);
    expect(Math.abs((came[0] ?? NaN) - 3)).toBeLessThanOrEqual(20 * UNIT);
    expect(Math.abs((came[1] ?? NaN) - 1)).toBeLessThanOrEqual(20 * UNIT);
  });

  it('come as conjugate pairs when complex, by decreasing modulus', () => {
    const came = eigenvaluesOf(3, Float64Array.of(0, -2, 0, 2, 0, 0, 0, 0, 1));
    expect(came.map(modulus)).toEqual([2, 2, 1]);
    expect(came.map((z) => z.imaginary)).toEqual([2, -2, 0]);
  });

  it('are refused for a matrix that is not finite or not square', () => {
    expect(() => eigenvaluesOf(2, Float64Array.of(1, 2, NaN, 4))).toThrow(
      'eigenvaluesOf: needs 2×2 finite entries; came 4, one of them NaN.',
    );
    expect(() => eigenvaluesOf(2, Float64Array.of(1, 2, 3))).toThrow(
      'eigenvaluesOf: needs 2×2 finite entries; came 3.',
    );
    expect(eigenvaluesOf(0, Float64Array.of())).toEqual([]);
  });
});

describe('the Jacobi eigendecomposition', () => {
  it('puts a random symmetric matrix together again', () => {
    const next = coin('jacobi');
    for (let order = 1; order <= 9; order++) {
      const entries = new Float64Array(order * order);
      for (let i = 0; i < order; i++)
        for (let j = 0; j <= i; j++) entries[i * order + j] = entries[j * order + i] = next();
      const { values, vectors } = jacobiEigen(order, entries);
      const entry = (i: number, j: number, weight: (k: number) => number): number =>
        values.reduce(
          (sum, _, k) => sum + weight(k) * (vectors[i * order + k] ?? NaN) * (vectors[j * order + k] ?? NaN),
          0,
        );
      // Some order^2 rotations in each of up to 8 sweeps, a few units each.
      const rounding = 20 * order * UNIT * order;
      entries.forEach((x, at) => {
        const [i, j] = [Math.floor(at / order), at % order];
        expect(Math.abs(entry(i, j, (k) => values[k] ?? NaN) - x)).toBeLessThanOrEqual(rounding);
        expect(Math.abs(entry(i, j, () => 1) - (i === j ? 1 : 0))).toBeLessThanOrEqual(rounding);
      });
    }
  });

  it('gives NaN for NaN, and ends', () => {
    expect(Number.isNaN(jacobiEigen(2, Float64Array.of(NaN, 1, 1, 1)).values[0])).toBe(true);
  });
});

describe('coordinates', () => {
  it('are read back as they were written', () => {
    for (const sizes of [[1], [3], [1, 1], [1, 4], [2, 3], [1, 2, 1, 5]]) {
      const gram = randomBlocks(`coordinates ${sizes.join()}`, sizes);
      expect(fromCoordinates(sizes, coordinatesOf(gram))).toEqual(gram);
    }
    expect(coordinatesOf(randomBlocks('count', [2, 3]))).toHaveLength(5);
    expect(coordinatesOf(randomBlocks('count', [1, 3]))).toHaveLength(4);
  });
});
