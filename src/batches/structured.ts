import { byPoint, type DrawBatch, normals, requireCount } from './draw-batch.js';

/**
 * Gaussian points in a random subspace: rank min(`rank`, d, n), entries of variance 1.
 * @throws RangeError when `rank` is not an integer from 1 to 10000
 */
export function lowRank(rank: number): DrawBatch {
  requireCount('lowRank', 'rank', rank);
  const size = 1 / Math.sqrt(rank);
  return (key, dimension, points) => {
    const axes = Array.from({ length: rank }, (_, r) => normals(key, dimension, 'axis', r));
    return byPoint(dimension, points, (coordinates, j) => {
      normals(key, rank, 'point', j).forEach((weight, r) =>
        axes[r]?.forEach((x, i) => addTo(coordinates, i, weight * x)),
      );
      coordinates.forEach((x, i) => (coordinates[i] = x * size));
    });
  };
}

/** Standard deviation of a point about its centre, in units of that of a centre about the origin: cosines near 0.99. */
const CLUSTER_SPREAD = 0.1;

/**
 * Points about `count` Gaussian centres, point j about centre j mod `count`.
 * @throws RangeError when `count` is not an integer from 1 to 10000
 */
export function clusters(count: number): DrawBatch {
  requireCount('clusters', 'count', count);
  return (key, dimension, points) =>
    byPoint(dimension, points, (coordinates, j) => {
      coordinates.set(normals(key, dimension, 'centre', j % count));
      normals(key, dimension, 'point', j).forEach((x, i) => addTo(coordinates, i, CLUSTER_SPREAD * x));
    });
}

/**
 * The first `count` points about one Gaussian centre, all others about another: after a layer of recentering and ReLU, `count`
 * odd points and a cluster. Of no more points than `count`, one group.
 * @throws RangeError when `count` is not an integer from 1 to 10000
 */
export function oddPoints(count: number): DrawBatch {
  requireCount('oddPoints', 'count', count);
  return (key, dimension, points) =>
    byPoint(dimension, points, (coordinates, j) => {
      coordinates.set(normals(key, dimension, 'centre', j < count ? 0 : 1));
      normals(key, dimension, 'point', j).forEach((x, i) => addTo(coordinates, i, CLUSTER_SPREAD * x));
    });
}

/** Gaussian points in pairs: columns 2k and 2k + 1 are equal. An odd number of points leaves the last one single. */
export const duplicated: DrawBatch = (key, dimension, points) =>
  byPoint(dimension, points, (coordinates, j) => {
    coordinates.set(normals(key, dimension, 'pair', j >> 1));
  });

/**
 * Points about one Gaussian point, at a distance of `spread` times its norm: angles of about `spread` sqrt(2).
 * @throws RangeError when `spread` is negative or not finite
 */
export function nearCollinear(spread: number): DrawBatch {
  if (!(spread >= 0 && spread < Infinity)) {
    throw new RangeError(`nearCollinear: needs a spread of at least 0; came ${spread}.`);
  }
  return (key, dimension, points) =>
    byPoint(dimension, points, (coordinates, j) => {
      coordinates.set(normals(key, dimension, 'axis'));
      normals(key, dimension, 'point', j).forEach((x, i) => addTo(coordinates, i, spread * x));
    });
}

function addTo(coordinates: Float64Array, i: number, term: number): void {
  coordinates[i] = (coordinates[i] ?? NaN) + term;
}
