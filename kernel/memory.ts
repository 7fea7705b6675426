/*
 * Where everything lies in linear memory. The first 18 KiB are fixed; matrices follow, by the number of points.
 * AssemblyScript, not TypeScript: numbers here are i32, u32, i64, f64 and v128, and pointers are plain integers.
 */

/** f64: natural logarithm of the scale that was divided out of the state. */
export const LOG_SCALE: usize = 0;
/** f64: smallest pivot of the last Cholesky factorisation, relative to its diagonal entry. */
export const SMALLEST_PIVOT: usize = 8;
/** Two spill streams of 16 bytes, for the rejections of even and odd normals. */
export const SPILL: usize = 32;
/** Steps of a layer, 32 bytes each: code i32, growth flags i32, parameter f64, degree f64 (NaN: none), multiplier f64. */
export const STEPS: usize = 64;
export const STEP_BYTES: usize = 32;
/** Ziggurat, f64: of each of 512 layers the right edge and the square of the share inside the layer above; then 513 heights. */
export const LAYERS: usize = 2048;
export const HEIGHT: usize = 10240;
/** Widths of the layers of one call, f64 each; entry 0 is the fan-in of the first. */
export const WIDTHS: usize = 14400;
/** The matrices. */
const MATRICES: usize = 18432;

/** Rows sampled at a time; part of the definition of the streams. */
export const ROWS: i32 = 64;
/** Bytes from one point's rows to the next one's in a block: a cache line more than its 64 rows, or all points share 8 cache sets. */
export const STRIDE: usize = 576;

/** The number of points rounded up to whole tiles of 4. Rows and columns beyond the points stay zero. */
export function padded(points: i32): i32 {
  return (points + 3) & ~3;
}

function square(points: i32): usize {
  return <usize>padded(points) * <usize>padded(points) * 8;
}

/** The state, by rows: the Gram matrix (upper triangle) or the factor. */
export function stateAt(points: i32): usize {
  return MATRICES + 0 * square(points);
}

/** An upper triangular matrix by rows: what rows are sampled from. */
export function factorAt(points: i32): usize {
  return MATRICES + square(points);
}

/** An upper triangular matrix by rows: what rows are divided by (factor mode), or the pivots of a Gram matrix. */
export function divisorAt(points: i32): usize {
  return MATRICES + 2 * square(points);
}

/** `factorAt` in panels of 4 columns: panel J holds 4 numbers, each twice, for each row 0 .. 4J + 3. */
export function panelsAt(points: i32): usize {
  return MATRICES + 3 * square(points);
}

/** `divisorAt` in the same panels. */
export function divisorPanelsAt(points: i32): usize {
  return MATRICES + 5 * square(points);
}

/** Two partial sums for each entry of a Gram matrix, over even and odd rows, in the order of kernel/gram.ts. */
export function sumsAt(points: i32): usize {
  return MATRICES + 7 * square(points);
}

/** The block of 64 rows: point i's entries lie together. */
export function blockAt(points: i32): usize {
  return MATRICES + 9 * square(points);
}

/** Scratch: 4 vectors of one number for each point. */
export function scratchAt(points: i32): usize {
  return blockAt(points) + <usize>padded(points) * STRIDE;
}

/** Notes of the pairs of normals that were rejected at first: their random bits, and where they belong, in 32 bytes each. */
export function rejectedAt(points: i32): usize {
  return scratchAt(points) + 4 * 8 * <usize>padded(points);
}

/** Up to so many points, rows are multiplied where they are drawn; beyond, they are drawn in strips: see triangular.ts. */
export const IN_PLACE: i32 = 160;

/** The 64 normals of each point in strips of 4 rows: all points of a strip lie together, one after the other. */
export function stripsAt(points: i32): usize {
  return rejectedAt(points) + 32 * (32 * <usize>padded(points) + 1);
}

/** Bytes from one strip to the next: a cache line more than its rows, for the same reason as in STRIDE. */
export function stripBytes(points: i32): usize {
  return ((<usize>padded(points)) << 5) + 64;
}

/** Bytes of linear memory that a chain of so many points needs. */
export function bytesFor(points: i32): usize {
  return points > IN_PLACE ? stripsAt(points) + 16 * stripBytes(points) : stripsAt(points);
}

/** Zeroes `bytes`, a multiple of 16, at `at`. Faster than memory.fill, for which V8 leaves WebAssembly. */
export function clear(at: usize, bytes: usize): void {
  for (let to = at; to < at + bytes; to += 16) v128.store(to, f64x2.splat(0));
}
