import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gaussian } from '../../src/batches/generic.js';
import { coordinatesIn, symmetricRoot, watchingPlane } from '../../src/geometry/plane.js';
import { build, type Factor, type Gram } from '../../src/linalg/matrix.js';
import { gram } from '../../src/linalg/product.js';
import { rootKey } from '../../src/random/key.js';
import { u } from '../linalg/draws.js';

const gramOf = (seed: string, points: number, dimension = points + 1): Gram =>
  gram(gaussian(rootKey(seed), dimension, points));
type Values = Pick<Gram, 'values'>;
const worst = (a: Values, b: Values): number =>
  a.values.reduce((most, x, i) => Math.max(most, Math.abs(x - (b.values[i] ?? NaN))), 0);
const largest = (m: Gram): number => m.values.reduce((a, b) => Math.max(a, Math.abs(b)), 0);

/** One point of norm `ratio` and a cluster of equal points of norm 1, orthogonal to it. */
const oddGram = (points: number, odd: number, ratio: number): Gram =>
  build(points, points, (i, j) => (i === odd || j === odd ? (i === j ? ratio * ratio : 0) : 1));

describe('the batch in a plane', () => {
  test('The columns of the root have the inner products of the Gram matrix', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 14 }), fc.nat(), (n, dimension, seed) => {
        const g = gramOf(String(seed), n, dimension);
        // Errors of the eigenvalues are a few n u of the largest; their roots enter squared.
        expect(worst(gram(symmetricRoot(g)), g)).toBeLessThanOrEqual(100 * n * u * largest(g) * n);
      }),
    );
  });

  test('A small change of the Gram matrix moves no point far, also where eigenvalues cross', () => {
    const apart = (epsilon: number): Factor => symmetricRoot(build(2, 2, (i, j) => (i === j ? 1 : epsilon)));
    // The eigenvectors turn by 45 degrees between these two; the root does not.
    expect(worst(apart(1e-9), apart(-1e-9))).toBeLessThanOrEqual(2e-9);
  });

  test('Across lies the odd point of the last layer, and up is orthogonal to it', () => {
    const last = oddGram(9, 4, 8);
    const plane = watchingPlane(symmetricRoot(gramOf('first', 9)), symmetricRoot(last));
    const end = coordinatesIn(plane, last);
    expect(Math.abs((end[8] ?? NaN) - 8)).toBeLessThanOrEqual(1e-12);
    expect(Math.abs(plane.across.reduce((sum, x, i) => sum + x * (plane.up[i] ?? NaN), 0))).toBeLessThanOrEqual(1e-12);
    for (let j = 0; j < 9; j++) if (j !== 4) expect(Math.abs(end[2 * j] ?? NaN)).toBeLessThanOrEqual(1e-12);
  });

  test('The cluster that is one place at the end is spread at the beginning', () => {
    const [first, last] = [gramOf('first', 9), oddGram(9, 4, 8)];
    const plane = watchingPlane(symmetricRoot(first), symmetricRoot(last));
    const heights = (of: Gram): number[] => Array.from(coordinatesIn(plane, of)).filter((_, k) => k % 2 === 1);
    const spread = (values: number[]): number => Math.max(...values) - Math.min(...values);
    expect(spread(heights(first))).toBeGreaterThan(1);
    // An eigenvalue of 0 comes out as 64 u at most, and its root enters.
    expect(spread(heights(last).filter((_, j) => j !== 4))).toBeLessThanOrEqual(64 * Math.sqrt(u));
  });

  test('A place is the column of the root, in the plane', () => {
    const g = gramOf('places', 7);
    const root = symmetricRoot(g);
    const plane = watchingPlane(root, symmetricRoot(gramOf('end', 7)));
    const along = (axis: Float64Array, j: number): number =>
      axis.reduce((sum, x, i) => sum + x * (root.values[7 * i + j] ?? NaN), 0);
    const places = coordinatesIn(plane, g);
    for (let j = 0; j < 7; j++) {
      // 7 products of numbers up to the largest root, summed in another order.
      const bound = 7 * 7 * u * Math.sqrt(7 * largest(g));
      expect(Math.abs((places[2 * j] ?? NaN) - along(plane.across, j))).toBeLessThanOrEqual(bound);
      expect(Math.abs((places[2 * j + 1] ?? NaN) - along(plane.up, j))).toBeLessThanOrEqual(bound);
    }
    expect(Math.abs((places[0] ?? NaN) - along(plane.up, 0))).toBeGreaterThan(1e-3);
  });

  test('What is not finite has no place, and no plane of its own', () => {
    const broken = build<'point', 'point'>(3, 3, () => NaN);
    const plane = watchingPlane(symmetricRoot(broken), symmetricRoot(broken));
    expect([[...plane.across], [...plane.up]]).toEqual([[1, 0, 0], [0, 1, 0]]); // prettier-ignore
    expect(coordinatesIn(plane, broken).every(Number.isNaN)).toBe(true);
  });

  test('One entry that is not finite is enough, in the first batch or the last', () => {
    const broken = build<'point', 'point'>(3, 3, (i, j) => (i === 1 && j === 1 ? NaN : i === j ? 1 : 0));
    expect(symmetricRoot(broken).values.every(Number.isNaN)).toBe(true);
    expect(coordinatesIn({ across: Float64Array.of(1, 0, 0), up: Float64Array.of(0, 1, 0) }, broken)).toEqual(
      new Float64Array(6).fill(NaN),
    );
    const whole = symmetricRoot(gramOf('whole', 3));
    const holed: Factor = { ...whole, values: whole.values.map((x, m) => (m === 4 ? NaN : x)) };
    for (const plane of [watchingPlane(holed, whole), watchingPlane(whole, holed)]) {
      expect([[...plane.across], [...plane.up]]).toEqual([[1, 0, 0], [0, 1, 0]]); // prettier-ignore
    }
  });

  test('Up is where the points differ, not where they all are', () => {
    // Three points, the columns: far from the origin along the second axis, apart along the third alone.
    const rows = [[0, 0, 0], [10, 10, 10], [-1, 0, 2]]; // prettier-ignore
    const first = build<'factor', 'point'>(3, 3, (i, j) => rows[i]?.[j] ?? NaN);
    const last = build<'factor', 'point'>(3, 3, (i, j) => (i === j ? 3 - 2 * Math.sign(i) : 0));
    const { across, up } = watchingPlane(first, last);
    // Centring errs by a few u of 10, against a variance of 14/3.
    const near = (found: Float64Array, exact: number[]): void =>
      found.forEach((x, k) => expect(Math.abs(x - (exact[k] ?? NaN))).toBeLessThanOrEqual(100 * u));
    near(across, [1, 0, 0]);
    near(up, [0, 0, 1]);
  });

  test('Each direction points to where its largest entry is positive', () => {
    const heaviest = (vector: Float64Array): number => vector.reduce((a, b) => (Math.abs(b) > Math.abs(a) ? b : a));
    for (let seed = 0; seed < 20; seed++) {
      const { across, up } = watchingPlane(symmetricRoot(gramOf(`a${seed}`, 5)), symmetricRoot(gramOf(`b${seed}`, 5)));
      expect([heaviest(across) > 0, heaviest(up) > 0]).toEqual([true, true]);
    }
  });
});
