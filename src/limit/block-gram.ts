/**
 * A symmetric points × points matrix whose entries depend only on the blocks that the two points belong to.
 *
 * Entry (i, j) = `between[b(i) * blocks + b(j)]`, plus `own[b(i)]` when i = j. Any Gram matrix is one, with blocks of size 1
 * (and own = 0); one odd point and a cluster of a thousand is one with two blocks.
 */
export interface BlockGram {
  /** Points in each block, at least 1. */
  readonly sizes: readonly number[];
  /** One number a block. In a block of one point only `own + between` has a meaning; it is kept in `between`, own = 0. */
  readonly own: Float64Array;
  /** blocks × blocks, symmetric. */
  readonly between: Float64Array;
}
