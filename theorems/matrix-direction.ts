import { type BlockGram, blockGram } from '../src/limit/block-gram.js';

/** A symmetric direction that is constant on up to four blocks: the entries of each pair of blocks, and one more on the diagonal of each. */
export interface MatrixDirection {
  /** Points in each block. */
  readonly sizes: readonly number[];
  /** One number a block. */
  readonly own: readonly number[];
  /** Ten numbers: the upper triangle of a 4 × 4 matrix by rows, of which the first blocks are used. */
  readonly between: readonly number[];
}

/** The matrix that a direction stands for. */
export function directionOf({ sizes, own, between }: MatrixDirection): BlockGram {
  const entry = (b: number, c: number): number => between[(b * (7 - b)) / 2 + c] ?? NaN;
  return blockGram(
    sizes,
    sizes.map((_, b) => own[b] ?? NaN),
    sizes.flatMap((_, b) => sizes.map((__, c) => (b <= c ? entry(b, c) : entry(c, b)))),
  );
}

/** Number of points. */
export function pointsAlong({ sizes }: MatrixDirection): number {
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** The matrix `diagonal` I + `elsewhere` (11' - I) in these blocks. */
export function equiangular(sizes: readonly number[], diagonal: number, elsewhere: number): BlockGram {
  return blockGram(
    sizes,
    sizes.map(() => diagonal - elsewhere),
    sizes.flatMap(() => sizes.map(() => elsewhere)),
  );
}

/** The largest entry of a block matrix, in modulus. */
export function largestEntry({ own, between, sizes }: BlockGram): number {
  const blocks = sizes.length;
  const onDiagonal = sizes.map((_, b) => Math.abs((own[b] ?? NaN) + (between[b * blocks + b] ?? NaN)));
  return Math.max(...onDiagonal, ...Array.from(between, Math.abs));
}
