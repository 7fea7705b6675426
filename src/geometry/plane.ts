import { eigenpairs } from '../linalg/eigenpairs.js';
import { build, type Factor, type Gram, renamed } from '../linalg/matrix.js';

/** Two orthonormal directions of the space in which every layer's batch is drawn; length n each. */
export interface Plane {
  readonly across: Float64Array;
  readonly up: Float64Array;
}

/**
 * The symmetric square root of a Gram matrix: n points in n dimensions with these inner products, the columns of the result.
 *
 * Of all such points it is the one choice that needs no axes, and it is continuous in the Gram matrix: what it shows layer by
 * layer never jumps or turns. NaN throughout when an entry is not finite. Cost: the eigenvectors of n × n.
 */
export function symmetricRoot(gram: Gram): Factor {
  const points = gram.rows;
  const root = build<'factor', 'point'>(points, points, () => 0);
  if (!gram.values.every(Number.isFinite)) return { ...root, values: root.values.fill(NaN) };
  const { values, vectors } = eigenpairs(gram);
  vectors.forEach((vector, k) => {
    const scale = Math.sqrt(Math.max(0, values[k] ?? NaN));
    for (let i = 0; i < points; i++) {
      const weight = scale * (vector[i] ?? NaN);
      for (let j = 0; j < points; j++) {
        const at = i * points + j;
        root.values[at] = (root.values[at] ?? NaN) + weight * (vector[j] ?? NaN);
      }
    }
  });
  return root;
}

/**
 * The plane in which to watch a batch: across, the main direction of where it ends; up, of all directions orthogonal to that,
 * the one in which the points differ most where it begins.
 *
 * Each direction points to where its largest entry is positive. A batch that is not finite gives the first two unit vectors.
 * @param first `symmetricRoot` of the first batch. @param last of the last
 */
export function watchingPlane(first: Factor, last: Factor): Plane {
  const points = last.rows;
  const unit = (k: number): Float64Array => Float64Array.from({ length: points }, (_, i) => (i === k ? 1 : 0));
  if (!first.values.every(Number.isFinite) || !last.values.every(Number.isFinite))
    return { across: unit(0), up: unit(1) };
  const across = oriented(eigenpairs(renamed<'point', 'point'>(last)).vectors.at(-1) ?? unit(0));
  const apart = centred(first);
  const along = Float64Array.from({ length: points }, (_, j) => dot(across, column(apart, j)));
  // What is left of the first batch once its part along `across` is taken away.
  const rest = build<'factor', 'point'>(
    points,
    points,
    (i, j) => (apart.values[i * points + j] ?? NaN) - (across[i] ?? NaN) * (along[j] ?? NaN),
  );
  const covariance = build<'point', 'point'>(points, points, (i, j) => dot(row(rest, i), row(rest, j)));
  const up = oriented(eigenpairs(covariance).vectors.at(-1) ?? unit(1));
  return { across, up };
}

/**
 * Coordinates of the columns of `symmetricRoot(gram)` in a plane: x and y of each point in turn. Length 2n. NaN throughout when
 * an entry is not finite. Cost: the eigenvectors of n × n; the root itself, which costs as much again, is not made.
 */
export function coordinatesIn({ across, up }: Plane, gram: Gram): Float64Array {
  const coordinates = new Float64Array(2 * gram.cols);
  if (!gram.values.every(Number.isFinite)) return coordinates.fill(NaN);
  const { values, vectors } = eigenpairs(gram);
  vectors.forEach((vector, k) => {
    const scale = Math.sqrt(Math.max(0, values[k] ?? NaN));
    const [x, y] = [scale * dot(across, vector), scale * dot(up, vector)];
    vector.forEach((entry, j) => {
      coordinates[2 * j] = (coordinates[2 * j] ?? NaN) + x * entry;
      coordinates[2 * j + 1] = (coordinates[2 * j + 1] ?? NaN) + y * entry;
    });
  });
  return coordinates;
}

function centred(m: Factor): Factor {
  const means = Float64Array.from({ length: m.rows }, (_, i) => row(m, i).reduce((sum, x) => sum + x, 0) / m.cols);
  return build(m.rows, m.cols, (i, j) => (m.values[i * m.cols + j] ?? NaN) - (means[i] ?? NaN));
}

function oriented(vector: Float64Array): Float64Array {
  const largest = vector.reduce((a, b) => (Math.abs(b) > Math.abs(a) ? b : a), 0);
  return largest < 0 ? vector.map((x) => -x) : vector;
}

function row(m: Factor, i: number): Float64Array {
  return m.values.subarray(i * m.cols, (i + 1) * m.cols);
}

function column(m: Factor, j: number): Float64Array {
  return Float64Array.from({ length: m.rows }, (_, i) => m.values[i * m.cols + j] ?? NaN);
}

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, x, i) => sum + x * (b[i] ?? NaN), 0);
}
