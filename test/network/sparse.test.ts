import { describe, expect, test } from 'vitest';
import { gaussian as gaussianBatch } from '../../src/batches/generic.js';
import { type Batch, renamed, type Weights } from '../../src/linalg/matrix.js';
import { product } from '../../src/linalg/product.js';
import { dense, type SparseMatrix, sparseProduct } from '../../src/linalg/sparse-matrix.js';
import { directNetwork } from '../../src/network/direct.js';
import { lastLayer, uniformNetwork } from '../../src/network/network.js';
import { recenter } from '../../src/network/stages.js';
import { sparse } from '../../src/network/sparse.js';
import type { WeightLaw } from '../../src/network/weight-law.js';
import { derive, rootKey } from '../../src/random/key.js';
import { chiSquareRefutes, countRefutes } from '../random/levels.js';

const key = rootKey('sparse');

function entryByEntry(p: number): (neurons: number, inputs: number) => SparseMatrix<'neuron', 'input'> {
  return (neurons, inputs) => sparse(p).drawSparse?.(key, neurons, inputs) ?? expect.fail('no sparse draw');
}

describe('the entries of a sparse layer', () => {
  const drawn = entryByEntry(0.05);

  test('are the draw, and stand in order, where there is place for them', () => {
    for (const [neurons, inputs] of [
      [1, 1],
      [3, 31],
      [40, 32],
      [7, 33],
      [64, 100],
    ] as const) {
      const { starts, places, values, ...shape } = drawn(neurons, inputs);
      expect(dense({ starts, places, values, ...shape })).toEqual(sparse(0.05).draw(key, neurons, inputs));
      expect([starts[0], starts[neurons], starts.length]).toEqual([0, values.length, neurons + 1]);
      for (let i = 0; i < neurons; i++) {
        const row = [...places.subarray(starts[i], starts[i + 1])];
        expect(row).toEqual([...new Set(row)].sort((a, b) => a - b));
        expect(row.every((place) => place >= 0 && place < inputs)).toBe(true);
      }
    }
  });

  // 200 tables of 64 × 40: a second word of 32 coins begins within each row.
  const tables = Array.from({ length: 200 }, (_, t) => sparse(0.05).draw(derive(key, t), 64, 40));
  /** True when some column, row or pair of neighbours has too many or too few entries: 40 + 64 + 39 looks. */
  const misplaced = (all: readonly Weights[]): boolean => {
    const at = (w: Weights, k: number, j: number): number => (w.values[k * w.cols + j] === 0 ? 0 : 1);
    const over = (rows: readonly number[], cols: readonly number[], hit: typeof at): number =>
      all.reduce((sum, w) => sum + rows.reduce((s, k) => s + cols.reduce((c, j) => c + hit(w, k, j), 0), 0), 0);
    const [rows, cols] = [64, 40].map((length) => Array.from({ length }, (_, i) => i));
    if (rows === undefined || cols === undefined) return true;
    const pair = (w: Weights, k: number, j: number): number => at(w, k, j) * at(w, k, j + 1);
    const looks = 40 + 64 + 39;
    return (
      cols.some((j) => countRefutes(over(rows, [j], at), 200 * 64, 0.05, looks)) ||
      rows.some((k) => countRefutes(over([k], cols, at), 200 * 40, 0.05, looks)) ||
      cols.slice(1).some((j) => countRefutes(over(rows, [j - 1], pair), 200 * 64, 0.05 ** 2, looks))
    );
  };

  test('are as likely in each column and each row, and neighbours independent', () => {
    expect(misplaced(tables)).toBe(false);
  });

  test('that avoid a column, crowd in a row or come in pairs are refuted', () => {
    const changed = (f: (value: number, k: number, j: number, w: Weights) => number): readonly Weights[] =>
      tables.map((w) => ({
        ...w,
        values: w.values.map((x, m) => f(x, Math.floor(m / w.cols), m % w.cols, w)),
      }));
    expect(misplaced(changed((x, _, j) => (j === 32 ? 0 : x)))).toBe(true);
    expect(misplaced(changed((x, k) => (k === 63 ? 1 : x)))).toBe(true);
    expect(misplaced(changed((x, k, j, w) => (j % 2 === 1 ? (w.values[k * w.cols + j - 1] ?? 0) : x)))).toBe(true);
  });

  test('have the second and the fourth moment of their law: 1 / inputs, and 3 / (p inputs²)', () => {
    const refuted = (p: number, factor: number): boolean => {
      const { values } = sparse(p).draw(key, 300, 400);
      const entries = values.filter((x) => x !== 0).map((x) => factor * x * Math.sqrt(400 * p));
      // Given how many there are, their squares add up to a chi-square; how many there are is binomial.
      const squares = entries.reduce((sum, x) => sum + x * x, 0);
      return countRefutes(entries.length, values.length, p, 2) || chiSquareRefutes(squares, entries.length);
    };
    for (const p of [1e-3, 0.05, 0.3, 1]) expect(refuted(p, 1)).toBe(false);
    expect(refuted(0.05, 1.2)).toBe(true);
    expect(refuted(0.05, 0.8)).toBe(true);
  });
});

describe('a product with sparse weights', () => {
  const batch = gaussianBatch(key, 100, 7);
  const previous = renamed<'input', 'point'>(batch);
  const weights = sparse(0.05).drawSparse?.(key, 50, 100) ?? expect.fail('no sparse draw');

  test('is that of the dense matrix to the bit, signs of zeros included', () => {
    const mixed = {
      ...previous,
      values: previous.values.map((x, m) => (m % 5 === 0 ? -0 : m % 7 === 0 ? x * 1e-320 : x)),
    };
    for (const b of [previous, mixed]) {
      const [fast, plain] = [sparseProduct(weights, b), product(dense(weights), b)];
      expect(fast.values.every((x, m) => Object.is(x, plain.values[m]))).toBe(true);
    }
  });

  test('differs to the bit when an entry is out of place: the check above can fail', () => {
    const moved = { ...weights, places: weights.places.map((j, e) => (e === 17 ? (j + 1) % 100 : j)) };
    expect(sparseProduct(moved, previous)).not.toEqual(product(dense(weights), previous));
  });

  test('hides what is not finite behind a zero, as it says', () => {
    const infinite = { ...previous, values: previous.values.map((x, m) => (m === 0 ? Infinity : x)) };
    const count = ({ values }: Batch): number => values.filter(Number.isNaN).length;
    expect(count(sparseProduct(weights, infinite))).toBe(0);
    expect(count(product(dense(weights), infinite))).toBeGreaterThan(40);
  });

  test('needs the shared axis to have one size', () => {
    expect(() => sparseProduct(weights, { ...previous, rows: 99 })).toThrow(
      new RangeError('sparseProduct: needs the shared axis to have one size; a is 50×100, b is 99×7.'),
    );
  });

  test('runs a network to the same bits as its dense weights do', () => {
    const run = (law: WeightLaw): Float64Array =>
      lastLayer(directNetwork(uniformNetwork({ stages: [recenter], width: 60, depth: 4, weights: law }), batch, key))
        .factor.values;
    const law = sparse(0.05);
    expect(run(law)).toEqual(run({ name: law.name, scaled: law.scaled, draw: law.draw }));
    expect(run(law)).not.toEqual(run(sparse(0.06)));
  });
});
