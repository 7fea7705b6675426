import fc from 'fast-check';
import { fillNormals } from '../../src/random/normal.js';
import { rootKey } from '../../src/random/key.js';
import type { Batch } from '../../src/linalg/matrix.js';

/** Unit roundoff of a double. */
export const u = 1.1102230246251565e-16;

/** A Gaussian batch named by a string. */
export function gaussianBatch(seed: string, dimension: number, points: number): Batch {
  const values = new Float64Array(dimension * points);
  fillNormals(rootKey(seed), values);
  return { rows: dimension, cols: points, values };
}

/** A batch from its points, each a list of coordinates. */
export function batchOf(...points: readonly (readonly number[])[]): Batch {
  const rows = points[0]?.length ?? 0;
  const values = new Float64Array(rows * points.length);
  points.forEach((point, j) => point.forEach((x, i) => (values[i * points.length + j] = x)));
  return { rows, cols: points.length, values };
}

/** Small batches of small integers: ties, zero columns, equal columns and rank defects are common in them. */
export const integerBatches: fc.Arbitrary<Batch> = fc
  .record({ rows: fc.integer({ min: 1, max: 6 }), cols: fc.integer({ min: 1, max: 7 }) })
  .chain(({ rows, cols }) =>
    fc
      .array(fc.integer({ min: -2, max: 2 }), { minLength: rows * cols, maxLength: rows * cols })
      .map((entries) => ({ rows, cols, values: Float64Array.from(entries) })),
  );

/** Gaussian batches of moderate size. */
export const gaussianBatches: fc.Arbitrary<Batch> = fc
  .record({
    seed: fc.integer({ min: 0, max: 1_000_000 }),
    dimension: fc.integer({ min: 1, max: 20 }),
    points: fc.integer({ min: 1, max: 12 }),
  })
  .map(({ seed, dimension, points }) => gaussianBatch(String(seed), dimension, points));
