import { type Batch, build } from '../src/linalg/matrix.js';
import type { ScatteredPoints } from './scattered-points.js';

/** The points of a scattered batch: three common coordinates, and one of its own for each. Shape: (3 + n) × n, of rank n. */
export function scatteredBatch({ points }: ScatteredPoints): Batch {
  return build(3 + points.length, points.length, (k, j) => {
    const point = points[j];
    if (point === undefined) return NaN;
    return k < 3 ? (point.at[k] ?? NaN) : k - 3 === j ? Math.sqrt(point.scatter) : 0;
  });
}

/** Points in space, of which at least two differ: the listed ones, and the first one moved along the first axis by `step`. */
export interface PointsInSpace {
  readonly points: readonly (readonly [number, number, number])[];
  readonly step: number;
}

/** The batch. Shape: 3 × (listed + 1). */
export function spaceBatch({ points, step }: PointsInSpace): Batch {
  const [first = [NaN, NaN, NaN]] = points;
  const all = [...points, [first[0] + step, first[1], first[2]] as const];
  return build(3, all.length, (k, j) => all[j]?.[k] ?? NaN);
}
