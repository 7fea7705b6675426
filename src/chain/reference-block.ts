import { BLOCK_ROWS, type Block } from './block.js';

/*
 * What the kernel does to a block of 64 rows, in plain TypeScript and the same order of operations. Row r of a block is a row
 * vector of n numbers; `block[j * BLOCK_ROWS + r]` is its entry for point j.
 */

/** Every row z becomes z R, R upper triangular by rows; each entry is one sum over the points from first to last. */
export function multiplyRowsInto(block: Block, upper: Float64Array, points: number): void {
  const sum = new Float64Array(BLOCK_ROWS);
  for (let j = points - 1; j >= 0; j--) {
    sum.fill(0);
    for (let i = 0; i <= j; i++) {
      const weight = upper[i * points + j] ?? NaN;
      for (let r = 0; r < BLOCK_ROWS; r++) sum[r] = (sum[r] ?? NaN) + weight * (block[i * BLOCK_ROWS + r] ?? NaN);
    }
    block.set(sum, j * BLOCK_ROWS);
  }
}

/** Every row y becomes the w with w T = y, T upper triangular by rows. */
export function divideRowsInto(block: Block, upper: Float64Array, points: number): void {
  for (let j = 0; j < points; j++) {
    const to = j * BLOCK_ROWS;
    for (let i = 0; i < j; i++) {
      const weight = upper[i * points + j] ?? NaN;
      for (let r = 0; r < BLOCK_ROWS; r++) {
        block[to + r] = (block[to + r] ?? NaN) - weight * (block[i * BLOCK_ROWS + r] ?? NaN);
      }
    }
    const reciprocal = 1 / (upper[j * points + j] ?? NaN);
    for (let r = 0; r < BLOCK_ROWS; r++) block[to + r] = (block[to + r] ?? NaN) * reciprocal;
  }
}

/** Two partial sums for each inner product, over even and over odd rows. */
export interface GramSums {
  readonly even: Float64Array;
  readonly odd: Float64Array;
}

/** Adds the inner products of the block's first `rows` rows: the block alone is summed from 0, then added. */
export function addBlockInto(sums: GramSums, block: Block, points: number, rows: number): void {
  for (let i = 0; i < points; i++) {
    for (let j = i; j < points; j++) {
      let [even, odd] = [0, 0];
      for (let r = 0; r < rows; r += 2) {
        even += (block[i * BLOCK_ROWS + r] ?? NaN) * (block[j * BLOCK_ROWS + r] ?? NaN);
        if (r + 1 < rows) odd += (block[i * BLOCK_ROWS + r + 1] ?? NaN) * (block[j * BLOCK_ROWS + r + 1] ?? NaN);
      }
      sums.even[i * points + j] = (sums.even[i * points + j] ?? NaN) + even;
      sums.odd[i * points + j] = (sums.odd[i * points + j] ?? NaN) + odd;
    }
  }
}
