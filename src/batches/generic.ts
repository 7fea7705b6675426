import { byPoint, type DrawBatch, normals, requireCount } from './draw-batch.js';

/** Independent standard normal entries: points of norm near sqrt(d), nearly orthogonal. */
export const gaussian: DrawBatch = (key, dimension, points) =>
  byPoint(dimension, points, (coordinates, j) => {
    coordinates.set(normals(key, dimension, 'point', j));
  });

/** Points uniform on the unit sphere. */
export const sphere: DrawBatch = (key, dimension, points) =>
  byPoint(dimension, points, (coordinates, j) => {
    const direction = normals(key, dimension, 'point', j);
    const norm = Math.sqrt(direction.reduce((sum, x) => sum + x * x, 0));
    coordinates.set(direction.map((x) => x / norm));
  });

/**
 * Independent Student t entries: moments of order `freedom` and above are infinite, so single entries dominate norms.
 * @throws RangeError when `freedom` is not an integer from 1 to 10000
 */
export function heavyTailed(freedom: number): DrawBatch {
  requireCount('heavyTailed', 'degrees of freedom', freedom);
  return (key, dimension, points) =>
    byPoint(dimension, points, (coordinates, j) => {
      const top = normals(key, dimension, 'numerator', j);
      const below = normals(key, dimension * freedom, 'denominator', j);
      coordinates.forEach((_, i) => {
        let square = 0;
        for (let k = 0; k < freedom; k++) square += (below[i * freedom + k] ?? NaN) * (below[i * freedom + k] ?? NaN);
        coordinates[i] = (top[i] ?? NaN) / Math.sqrt(square / freedom);
      });
    });
}

/**
 * Point j is the j-th unit vector: orthogonal points of equal norm. The key plays no part.
 * @throws RangeError when the dimension is below the number of points
 */
export const oneHot: DrawBatch = (_key, dimension, points) => {
  if (dimension < points) {
    throw new RangeError(
      `one-hot: needs a dimension of at least the number of points; came dimension ${dimension} for ${points} points. Ask for dimension ${points}.`,
    );
  }
  return byPoint(dimension, points, (coordinates, j) => {
    coordinates[j] = 1;
  });
};
