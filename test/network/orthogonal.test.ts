import { describe, expect, test } from 'vitest';
import { at, type Weights } from '../../src/linalg/matrix.js';
import { orthonormalColumns } from '../../src/linalg/orthonormal.js';
import { gaussian, orthogonal } from '../../src/network/weights.js';
import { rootKey } from '../../src/random/key.js';
import { countRefutes } from '../random/levels.js';

const key = rootKey('orthogonal');

/** Largest entry of |W W' - c I| (or |W' W - c I|) over c. */
function orthogonalityDefect(w: Weights): number {
  const wide = w.rows <= w.cols;
  const [small, large] = wide ? [w.rows, w.cols] : [w.cols, w.rows];
  const entry = (i: number, m: number): number => (wide ? at(w, i, m) : at(w, m, i));
  const size = w.rows <= w.cols ? 1 : w.rows / w.cols;
  let worst = 0;
  for (let i = 0; i < small; i++)
    for (let j = 0; j <= i; j++) {
      let inner = 0;
      for (let m = 0; m < large; m++) inner += entry(i, m) * entry(j, m);
      const defect = Math.abs(inner / size - (i === j ? 1 : 0));
      if (!(defect <= worst)) worst = defect;
    }
  return worst;
}

describe('orthogonal', () => {
  const shapes = [
    [1, 1],
    [24, 24],
    [12, 40],
    [40, 12],
    [1, 7],
    [7, 1],
  ] as const;

  test.each(shapes)('%i × %i: orthonormal rows or columns, scaled to variance 1 / inputs', (neurons, inputs) => {
    // Householder QR: n reflections of about 4m operations each move a column by at most 6mn units (Higham 2002, 19.4).
    const allowance = 12 * neurons * inputs * 2 ** -53;
    const w = orthogonal.draw(key, neurons, inputs);
    expect(orthogonalityDefect(w)).toBeLessThanOrEqual(allowance);
    expect(orthogonalityDefect({ ...w, values: w.values.map((x) => x * (1 + 1e-9)) })).toBeGreaterThan(allowance);
    const others = gaussian.draw(key, neurons, inputs);
    expect(orthogonalityDefect(others)).toBeGreaterThan(allowance);
  });

  /** Haar on 2 × 2: the first row is a uniform angle, and the determinant is a fair coin. Four octants of each sign. */
  const notHaar = (draw: (i: number) => Weights): boolean => {
    const draws = Array.from({ length: 4000 }, (_, i) => draw(i));
    const reflections = draws.filter((w) => at(w, 0, 0) * at(w, 1, 1) - at(w, 0, 1) * at(w, 1, 0) < 0);
    const signs = (i: number, j: number): boolean =>
      countRefutes(draws.filter((w) => at(w, i, j) > 0).length, draws.length, 0.5, 6);
    const steep = draws.filter((w) => Math.abs(at(w, 0, 0)) > Math.abs(at(w, 0, 1))).length;
    return (
      countRefutes(reflections.length, draws.length, 0.5, 6) ||
      countRefutes(steep, draws.length, 0.5, 6) ||
      [0, 1].some((i) => [0, 1].some((j) => signs(i, j)))
    );
  };

  test('the law is Haar, and the Q of a QR with the other sign convention is not', () => {
    expect(notHaar((i) => orthogonal.draw(rootKey(`haar ${i}`), 2, 2))).toBe(false);
    expect(
      notHaar((i) => {
        const w = orthogonal.draw(rootKey(`haar ${i}`), 2, 2);
        const flip = at(w, 0, 0) < 0 ? -1 : 1; // diagonal of Q, not of R, made positive
        return { ...w, values: w.values.map((x, m) => (m % 2 === 0 ? flip * x : x)) };
      }),
    ).toBe(true);
  });

  test('a decomposition of NaN is an error, not a finite matrix', () => {
    const broken = { rows: 2, cols: 2, values: Float64Array.of(1, NaN, 0, 1) };
    expect(() => orthonormalColumns(broken)).toThrow(
      new RangeError('orthonormalColumns: needs finite entries; the 2×2 matrix has others.'),
    );
    expect(() => orthonormalColumns({ rows: 1, cols: 2, values: Float64Array.of(1, 2) })).toThrow('came 1×2');
  });
});
