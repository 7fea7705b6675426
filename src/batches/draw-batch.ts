import type { Batch } from '../linalg/matrix.js';
import { derive, type StreamKey } from '../random/key.js';
import { fillNormals } from '../random/normal.js';

/**
 * Draws a batch that the key determines. Shape: dimension × points.
 *
 * Point j depends on the key, the dimension and j only: a batch of fewer points is the first columns of a batch of more, so
 * that dropping points while a counterexample shrinks leaves the others alone.
 */
export type DrawBatch = (key: StreamKey, dimension: number, points: number) => Batch;

/**
 * A batch from a function that writes one point at a time.
 * @throws RangeError when a size is not a positive integer
 */
export function byPoint(
  dimension: number,
  points: number,
  write: (coordinates: Float64Array, j: number) => void,
): Batch {
  for (const [name, size] of Object.entries({ dimension, points })) {
    if (!Number.isInteger(size) || size < 1) {
      throw new RangeError(`batch: needs a positive integer as ${name}; came ${size}.`);
    }
  }
  const values = new Float64Array(dimension * points);
  const coordinates = new Float64Array(dimension);
  for (let j = 0; j < points; j++) {
    coordinates.fill(0);
    write(coordinates, j);
    for (let i = 0; i < dimension; i++) values[i * points + j] = coordinates[i] ?? NaN;
  }
  return { rows: dimension, cols: points, values };
}

/** `count` standard normals of the part of `key` that the labels name. */
export function normals(key: StreamKey, count: number, ...labels: readonly (string | number)[]): Float64Array {
  const out = new Float64Array(count);
  fillNormals(derive(key, ...labels), out);
  return out;
}

/**
 * The parameter of a family that counts something, bounded because each unit costs a vector of normals.
 * @throws RangeError when it is not an integer from 1 to 10000
 */
export function requireCount(where: string, name: string, value: number): void {
  if (!Number.isInteger(value) || value < 1 || value > 10_000) {
    throw new RangeError(`${where}: needs an integer from 1 to 10000 as ${name}; came ${value}.`);
  }
}
