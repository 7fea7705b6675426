import { inverse, Matrix, determinant } from 'ml-matrix';
import { toGram } from '../../src/limit/block-gram.js';
import type { BlockGram } from '../../src/limit/block-gram.js';

/** n × n formulas by the book, with Math.acos and dense inverses: nothing shared with src/limit. Entries by rows. */
export type Dense = number[][];

export function denseOf(gram: BlockGram): Dense {
  const { rows, values } = toGram(gram);
  return Array.from({ length: rows }, (_, i) => Array.from(values.subarray(i * rows, (i + 1) * rows)));
}

/** The same for directions and for results: largest entry-wise difference. */
export function denseDistance(a: Dense, b: Dense): number {
  return Math.max(...a.flatMap((row, i) => row.map((x, j) => Math.abs(x - (b[i]?.[j] ?? NaN)))));
}

export function largest(a: Dense): number {
  return Math.max(...a.flat().map(Math.abs));
}

const combine = (x: number, a: Dense, y: number, b: Dense): Dense =>
  a.map((row, i) => row.map((value, j) => x * value + y * (b[i]?.[j] ?? NaN)));

function denseNormalised(c: Dense): Dense {
  const trace = c.reduce((sum, row, i) => sum + (row[i] ?? NaN), 0);
  return c.map((row) => row.map((x) => (x * c.length) / trace));
}

/** PCP as two products with the projection itself. */
export function denseCentred(c: Dense): Dense {
  const n = c.length;
  const p = Matrix.eye(n).sub(Matrix.ones(n, n).div(n));
  return p.mmul(new Matrix(c)).mmul(p).to2DArray();
}

/** E[phi phi'] of a normal of covariance c, phi of this slope. */
function denseMoment(c: Dense, slope: number): Dense {
  return c.map((row, i) =>
    row.map((inner, j) => {
      const scale = Math.sqrt((c[i]?.[i] ?? NaN) * (c[j]?.[j] ?? NaN));
      const r = i === j ? 1 : Math.max(-1, Math.min(1, inner / scale));
      const kernel = (Math.sqrt(1 - r * r) + (Math.PI - Math.acos(r)) * r) / Math.PI;
      return ((1 - slope) ** 2 * scale * kernel) / 2 + slope * inner;
    }),
  );
}

/** The same after rescaling, from the Laplace integral by Simpson's rule over substituted panels, with dense determinants. */
function denseRadial(c: Dense, slope: number): Dense {
  const n = c.length;
  const trace = c.reduce((sum, row, i) => sum + (row[i] ?? NaN), 0);
  const matrix = new Matrix(c).div(trace);
  let sum: Dense = c.map((row) => row.map(() => 0));
  const [from, to, panels] = [-34, 34, 2400];
  for (let k = 0; k <= panels; k++) {
    const t = Math.exp(from + ((to - from) * k) / panels);
    const shifted = Matrix.eye(n).add(Matrix.mul(matrix, 2 * t));
    const tilted = matrix.mmul(inverse(shifted));
    const symmetric = tilted.add(tilted.transpose()).div(2).to2DArray();
    const weight = k === 0 || k === panels ? 1 : k % 2 === 1 ? 4 : 2;
    const factor = (n * weight * (to - from) * t) / (3 * panels * Math.sqrt(determinant(shifted)));
    sum = combine(1, sum, factor, denseMoment(symmetric, slope));
  }
  return sum;
}

/** A layer: RC or not, RS or not, then the slope; trace n. */
export function denseLayer(c: Dense, layer: { centre: boolean; rescale: boolean; slope: number }): Dense {
  const rows = layer.centre ? denseCentred(c) : c;
  return denseNormalised(layer.rescale ? denseRadial(rows, layer.slope) : denseMoment(rows, layer.slope));
}
