import type { KernelExports } from './kernel-exports.js';

/** Addresses have 32 bits: matrices of so many points fill a quarter of them. */
export const MOST_POINTS = 4096;

/** Copies n × n numbers by rows into rows padded to a multiple of 4. */
export function writeSquare(kernel: KernelExports, address: number, values: Float64Array, points: number): void {
  const size = (points + 3) & ~3;
  const target = new Float64Array(kernel.memory.buffer, address, size * size);
  target.fill(0);
  for (let i = 0; i < points; i++) target.set(values.subarray(i * points, (i + 1) * points), i * size);
}

/** The n × n numbers by rows that `writeSquare` would write there. */
export function readSquare(kernel: KernelExports, address: number, points: number): Float64Array {
  return readRows(kernel, address, points, () => 0);
}

/** The upper triangle, with zeros below. In a broken state the kernel leaves NaN there. */
export function readUpper(kernel: KernelExports, address: number, points: number): Float64Array {
  return readRows(kernel, address, points, (i) => i);
}

/** Of row i the columns from `first(i)` on. */
function readRows(
  kernel: KernelExports,
  address: number,
  points: number,
  first: (row: number) => number,
): Float64Array {
  const size = (points + 3) & ~3;
  const source = new Float64Array(kernel.memory.buffer, address, size * size);
  const values = new Float64Array(points * points);
  for (let i = 0; i < points; i++) {
    values.set(source.subarray(i * size + first(i), i * size + points), i * points + first(i));
  }
  return values;
}
