import { Matrix, SingularValueDecomposition } from 'ml-matrix';
import type { Matrix as OurMatrix } from '../../src/linalg/matrix.js';

/** The network by the book, on dense matrices, with chance of its own: nothing shared with src. */

/** Uniform numbers of (0, 1) by mulberry32. */
export function plainUniform(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return (((t ^ (t >>> 14)) >>> 0) + 0.5) / 4294967296;
  };
}

/** Normal numbers by Box and Muller. */
export function plainNormal(seed: number): () => number {
  const uniform = plainUniform(seed);
  return () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
}

export function dense<R extends string, C extends string>({ rows, cols, values }: OurMatrix<R, C>): Matrix {
  return Matrix.from1DArray(rows, cols, Array.from(values));
}

/** Which pieces follow W, and the slope of the non-linearity: 1 for none. */
export interface Pieces {
  readonly centre: boolean;
  readonly rescale: boolean;
  readonly slope: number;
}

/** WX, less the mean of each row, over its root-mean-square, through max(z, slope z). */
export function plainLayer(weights: Matrix, batch: Matrix, { centre, rescale, slope }: Pieces): Matrix {
  const z = weights.mmul(batch);
  for (let k = 0; k < z.rows; k++) {
    let row = z.getRow(k);
    const mean = row.reduce((sum, x) => sum + x, 0) / row.length;
    if (centre) row = row.map((x) => x - mean);
    const square = row.reduce((sum, x) => sum + x * x, 0) / row.length;
    if (rescale) row = row.map((x) => x / Math.sqrt(square));
    z.setRow(
      k,
      row.map((x) => (x > 0 ? x : slope * x)),
    );
  }
  return z;
}

/** A Gaussian matrix of variance 1/cols. */
export function plainWeights(rows: number, cols: number, normal: () => number): Matrix {
  return Matrix.zeros(rows, cols).apply(function (i, j) {
    this.set(i, j, normal() / Math.sqrt(cols));
  });
}

/** The batch after so many layers of one width. */
export function plainNetwork(
  batch: Matrix,
  how: Pieces & { readonly width: number; readonly depth: number },
  normal: () => number,
): Matrix {
  let last = batch;
  for (let t = 0; t < how.depth; t++) last = plainLayer(plainWeights(how.width, last.rows, normal), last, how);
  return last;
}

export function plainGram(batch: Matrix): Matrix {
  return batch.transpose().mmul(batch);
}

/** Singular values, largest first. */
export function plainSingular(batch: Matrix): number[] {
  return new SingularValueDecomposition(batch.rows < batch.columns ? batch.transpose() : batch).diagonal;
}

/** Singular values above 1e-9 of the largest. */
export function plainRank(batch: Matrix): number {
  const values = plainSingular(batch);
  const largest = values[0] ?? 0;
  return values.filter((value) => largest > 0 && value > 1e-9 * largest).length;
}

/** Simpson's rule. */
export function simpson(from: number, to: number, panels: number, f: (x: number) => number): number {
  const step = (to - from) / panels;
  let sum = f(from) + f(to);
  for (let k = 1; k < panels; k++) sum += (k % 2 === 1 ? 4 : 2) * f(from + k * step);
  return (sum * step) / 3;
}
