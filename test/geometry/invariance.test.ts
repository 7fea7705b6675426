import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cosines } from '../../src/geometry/cosines.js';
import { type BatchGeometry, describeGeometry } from '../../src/geometry/describe.js';
import { norms, relativeNorms } from '../../src/geometry/norms.js';
import { normRatio } from '../../src/geometry/odd-point.js';
import { orthogonalityGap } from '../../src/geometry/orthogonality-gap.js';
import { isometry, spectrum } from '../../src/geometry/spectrum.js';
import { triangularFactor } from '../../src/linalg/factor.js';
import { at, type Batch, scaled } from '../../src/linalg/matrix.js';
import { batchOf, gaussianBatch, gaussianBatches, u } from '../linalg/draws.js';
import { permuted, reflected } from './configurations.js';

/**
 * True when two descriptions agree to rounding, indices apart.
 *
 * A rotation, a QR or another order of summation moves each point by at most 8 d n u of its norm; cosines, norm ratios and
 * gaps move by a few times that, the stable rank n times, and the isometry by that over the smallest singular value.
 */
function agree(a: BatchGeometry, b: BatchGeometry, x: Batch): boolean {
  const moved = 8 * x.rows * x.cols * u;
  const least = spectrum(x)[x.cols - 1] ?? NaN;
  const close = (p: number, q: number, allowance: number): boolean => Object.is(p, q) || Math.abs(p - q) <= allowance;
  return (
    close(a.normRatio, b.normRatio, 4 * moved * a.normRatio) &&
    close(a.clusterCosine.min, b.clusterCosine.min, 4 * moved) &&
    close(a.clusterCosine.mean, b.clusterCosine.mean, 4 * moved) &&
    close(a.crossCosine.max, b.crossCosine.max, 4 * moved) &&
    close(a.crossCosine.mean, b.crossCosine.mean, 4 * moved) &&
    close(a.orthogonalityGap, b.orthogonalityGap, 4 * moved) &&
    close(a.stableRank, b.stableRank, 4 * moved * x.cols) &&
    close(a.isometry, b.isometry, (4 * moved) / least) &&
    a.rank === b.rank &&
    a.degenerate === b.degenerate &&
    a.oddPoints === b.oddPoints
  );
}

/** Rank, isometry and their like are only stable away from singularity: more rows than points. */
const tallBatches = gaussianBatches.filter((x) => x.rows >= x.cols + 2);
const seeds = fc.integer({ min: 0, max: 1_000_000 });

describe('Invariance', () => {
  test('A factor times 2^k has the same description, bit for bit', () => {
    fc.assert(
      fc.property(gaussianBatches, fc.integer({ min: -900, max: 900 }), (x, k) => {
        expect(describeGeometry(scaled(x, 2 ** k))).toEqual(describeGeometry(x));
        expect(norms(scaled(x, 2 ** k))).toEqual(norms(x).map((norm) => norm * 2 ** k));
      }),
    );
  });

  test.each([1e-200, 1e-150, 1e150, 1e200, 3e307])('A batch times %f is described as well as any', (factor) => {
    const x = gaussianBatch('scale', 9, 5);
    const small = scaled(x, 1 / 8);
    expect(agree(describeGeometry(small), describeGeometry(scaled(small, factor)), x)).toBe(true);
  });

  test('A naive norm ratio would fail at those scales', () => {
    const naive = (f: Batch): number => {
      const list = Array.from({ length: f.cols }, (_, j) => {
        let sum = 0;
        for (let i = 0; i < f.rows; i++) sum += at(f, i, j) * at(f, i, j);
        return Math.sqrt(sum);
      }).sort((a, b) => a - b);
      return (list[list.length - 1] ?? NaN) / (list[list.length >> 1] ?? NaN);
    };
    const x = gaussianBatch('scale', 9, 5);
    expect(Math.abs(naive(x) - normRatio(x))).toBeLessThanOrEqual(40 * u);
    for (const factor of [1e-200, 1e200]) expect(naive(scaled(x, factor))).toBeNaN();
  });

  test('Relative norms stay finite where norms overflow', () => {
    const huge: Batch = { rows: 2, cols: 1, values: Float64Array.of(1.7e308, 1.7e308) };
    expect(norms(huge)[0]).toBe(Infinity);
    expect(relativeNorms(huge).norms[0]).toBeLessThan(4);
    expect(describeGeometry(huge).normRatio).toBe(1);
  });

  test('Norms of one batch may differ by any power', () => {
    const apart = batchOf([3e-200, 4e-200], [3e-3, 4e-3], [3e200, 4e200]);
    // Decimal entries rounded by u, and the norm by 3u.
    [5e-200, 5e-3, 5e200].forEach((exact, j) => {
      expect(Math.abs((norms(apart)[j] ?? NaN) / exact - 1)).toBeLessThanOrEqual(6 * u);
    });
    expect(Math.abs(normRatio(apart) / 1e203 - 1)).toBeLessThanOrEqual(16 * u);
    const beyond = batchOf([5e-324], [1e308], [1e308]);
    expect([...relativeNorms(beyond).norms].map((norm) => norm > 0)).toEqual([false, true, true]);
    expect(describeGeometry(beyond).degenerate).toBe('dead points');
  });

  test('A permutation of the points permutes the indices and changes nothing else', () => {
    fc.assert(
      fc.property(
        tallBatches.chain((x) =>
          fc.record({
            x: fc.constant(x),
            order: fc.shuffledSubarray([...Array(x.cols).keys()], { minLength: x.cols }),
          }),
        ),
        ({ x, order }) => {
          const a = describeGeometry(x);
          const b = describeGeometry(permuted(x, order));
          expect(agree(a, b, x)).toBe(true);
          // Norms do not depend on the place of a point, so without a tie the odd point follows exactly.
          expect(order[b.oddPoint]).toBe(a.oddPoint);
          if (x.cols > 2) expect(order[b.remotePoint]).toBe(a.remotePoint);
        },
      ),
    );
  });

  test('A rotation of the neurons changes nothing', () => {
    fc.assert(
      fc.property(tallBatches, seeds, (x, seed) => {
        const turned = reflected(x, gaussianBatch(`turn ${seed}`, x.rows, 1).values);
        return agree(describeGeometry(x), describeGeometry(turned), x);
      }),
    );
  });

  test('A triangular factor has the description of its batch', () => {
    fc.assert(fc.property(tallBatches, (x) => agree(describeGeometry(x), describeGeometry(triangularFactor(x)), x)));
  });

  test('The same comparison catches one point stretched by a part in a million', () => {
    const x = gaussianBatch('stretch', 12, 6);
    const stretched = { ...x, values: x.values.map((v, i) => (i % 6 === 2 ? v * (1 + 1e-6) : v)) };
    expect(agree(describeGeometry(x), describeGeometry(stretched), x)).toBe(false);
  });
});

describe('Two ways to one number', () => {
  test('The orthogonality gap and the isometry follow from the singular values', () => {
    fc.assert(
      fc.property(tallBatches, (x) => {
        const squares = [...spectrum(x)].map((s) => s * s);
        const trace = squares.reduce((a, b) => a + b, 0);
        const n = x.cols;
        const gap = Math.sqrt(squares.map((s) => (s / trace - 1 / n) ** 2).reduce((a, b) => a + b, 0));
        expect(Math.abs(orthogonalityGap(x) - gap)).toBeLessThanOrEqual(32 * x.rows * n * u);
        // det by elimination-free product of the diagonal of R: another route to the same number.
        const r = triangularFactor(x);
        let logDeterminant = 0;
        let squaresOfAll = 0;
        for (let i = 0; i < n; i++) logDeterminant += 2 * Math.log(at(r, i, i));
        for (const entry of r.values) squaresOfAll += entry * entry;
        const expected = Math.exp(logDeterminant / n) / (squaresOfAll / n);
        const least = spectrum(x)[n - 1] ?? NaN;
        expect(Math.abs(isometry(x) - expected)).toBeLessThanOrEqual((32 * x.rows * n * u) / least);
      }),
    );
  });

  test('Norms are the roots of the diagonal of the Gram matrix, cosines its normalised entries', () => {
    const x = gaussianBatch('gram', 6, 4);
    norms(x).forEach((norm, j) => {
      const direct = Math.hypot(...Array.from({ length: 6 }, (_, i) => at(x, i, j)));
      expect(Math.abs(norm - direct)).toBeLessThanOrEqual(10 * u * direct);
    });
    expect(at(cosines(x), 1, 1)).toBe(1);
  });
});
