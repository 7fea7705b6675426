import { fillNormals } from '../random/normal.js';
import type { StreamKey } from '../random/key.js';

/** Rows sampled at a time. Part of the definition of the streams: block b of a layer draws from its own key. */
export const BLOCK_ROWS = 64;

/** One block: point j's entries of all rows lie together, `values[j * BLOCK_ROWS + r]`, so that inner loops run along memory. */
export type Block = Float64Array;

/**
 * Fills `block` with 64 rows of law N(0, R'R), where `upper` is the n × n upper triangular R by rows.
 *
 * Row r is g R with g standard normal; computed in place from the last point down, since point j needs only g_0..g_j.
 */
export function sampleRowsInto(block: Block, upper: Float64Array, points: number, scale: number, key: StreamKey): void {
  fillNormals(key, block);
  for (let j = points - 1; j >= 0; j--) {
    const to = j * BLOCK_ROWS;
    multiplyPoint(block, to, scale * (upper[j * points + j] ?? NaN));
    let i = 0;
    for (; i + 3 < j; i += 4) {
      const from = i * BLOCK_ROWS;
      const a = scale * (upper[i * points + j] ?? NaN);
      const b = scale * (upper[(i + 1) * points + j] ?? NaN);
      const c = scale * (upper[(i + 2) * points + j] ?? NaN);
      const d = scale * (upper[(i + 3) * points + j] ?? NaN);
      for (let r = 0; r < BLOCK_ROWS; r++) {
        const first = a * (block[from + r] ?? NaN) + b * (block[from + BLOCK_ROWS + r] ?? NaN);
        const second = c * (block[from + 2 * BLOCK_ROWS + r] ?? NaN) + d * (block[from + 3 * BLOCK_ROWS + r] ?? NaN);
        block[to + r] = (block[to + r] ?? NaN) + (first + second);
      }
    }
    for (; i < j; i++) addMultiple(block, to, i * BLOCK_ROWS, scale * (upper[i * points + j] ?? NaN));
  }
}

function multiplyPoint(block: Block, at: number, factor: number): void {
  for (let r = at; r < at + BLOCK_ROWS; r++) block[r] = (block[r] ?? NaN) * factor;
}

function addMultiple(block: Block, to: number, from: number, factor: number): void {
  for (let r = 0; r < BLOCK_ROWS; r++) block[to + r] = (block[to + r] ?? NaN) + factor * (block[from + r] ?? NaN);
}

/**
 * Folds the first `rows` rows of a block into the triangular factor: afterwards `upper` is the R of the QR of the old R on top
 * of the block. The block is destroyed.
 *
 * Householder reflections column by column; never forms squares of the rows, so it keeps all digits of nearly equal columns,
 * where a Cholesky factor of the Gram matrix loses them once 1 - cos < 1e-6.
 */
export function foldInto(upper: Float64Array, points: number, block: Block, rows: number): void {
  for (let j = 0; j < points; j++) {
    const column = j * BLOCK_ROWS;
    const below = dot(block, column, column, rows);
    if (below === 0) continue;
    const corner = upper[j * points + j] ?? NaN;
    const length = Math.sqrt(corner * corner + below);
    const diagonal = corner > 0 ? -length : length;
    const head = corner - diagonal;
    const factor = 1 / (diagonal * head); // minus 2 / |v|^2 with v = (head, column)
    upper[j * points + j] = diagonal;
    for (let c = j + 1; c < points; c++) {
      const other = c * BLOCK_ROWS;
      const entry = upper[j * points + c] ?? NaN;
      const along = (head * entry + dot(block, column, other, rows)) * factor;
      upper[j * points + c] = entry + along * head;
      for (let r = 0; r < rows; r++) block[other + r] = (block[other + r] ?? NaN) + along * (block[column + r] ?? NaN);
    }
  }
}

function dot(block: Block, a: number, b: number, rows: number): number {
  let [s0, s1, s2, s3] = [0, 0, 0, 0];
  let r = 0;
  for (; r + 3 < rows; r += 4) {
    s0 += (block[a + r] ?? NaN) * (block[b + r] ?? NaN);
    s1 += (block[a + r + 1] ?? NaN) * (block[b + r + 1] ?? NaN);
    s2 += (block[a + r + 2] ?? NaN) * (block[b + r + 2] ?? NaN);
    s3 += (block[a + r + 3] ?? NaN) * (block[b + r + 3] ?? NaN);
  }
  for (; r < rows; r++) s0 += (block[a + r] ?? NaN) * (block[b + r] ?? NaN);
  return s0 + s1 + (s2 + s3);
}
