import { type BlockGram, blocksOfOne, normalised } from '../src/limit/block-gram.js';
import { build, type Matrix, transpose } from '../src/linalg/matrix.js';
import { product } from '../src/linalg/product.js';

/** Points about places in space, each scattered in a direction of its own: affinely independent when every scatter is positive. */
export interface ScatteredPoints {
  readonly points: readonly {
    readonly at: readonly [number, number, number];
    /** Squared distance of the point from its place. */
    readonly scatter: number;
  }[];
}

/** The Gram matrix, of trace n, a block for every point. */
export function scatteredGram({ points }: ScatteredPoints): BlockGram {
  const inner = (a: readonly number[], b: readonly number[]): number =>
    a.reduce((sum, x, k) => sum + x * (b[k] ?? NaN), 0);
  return normalised(
    blocksOfOne(
      build(points.length, points.length, (i, j) => {
        const [one, other] = [points[i], points[j]];
        if (one === undefined || other === undefined) return NaN;
        return inner(one.at, other.at) + (i === j ? one.scatter : 0);
      }),
    ),
  );
}

/** At most the largest eigenvalue over the smallest, also of the recentred points: the trace over the smallest scatter. */
export function conditionOf({ points }: ScatteredPoints): number {
  const square = (x: readonly number[]): number => x.reduce((sum, y) => sum + y * y, 0);
  const trace = points.reduce((sum, { at, scatter }) => sum + square(at) + scatter, 0);
  return trace / Math.min(...points.map(({ scatter }) => scatter));
}

/** Every point scatters, so that no direction is lost to rounding. */
export function isScattered({ points }: ScatteredPoints): boolean {
  return points.every(({ scatter }) => scatter > 0);
}

/** Orthonormal coordinates of the vectors whose entries sum to zero (Helmert). Shape: (n - 1) × n. */
export function zeroSumAxes(points: number): Matrix<'axis', 'point'> {
  return build(points - 1, points, (k, j) => {
    const scale = Math.sqrt((k + 1) * (k + 2));
    if (j <= k) return 1 / scale;
    return j === k + 1 ? -(k + 1) / scale : 0;
  });
}

/** The matrix of inner products in these axes. Shape: (n - 1) × (n - 1). */
export function inAxes(axes: Matrix<'axis', 'point'>, gram: Matrix<'point', 'point'>): Matrix<'axis', 'axis'> {
  return product(product(axes, gram), transpose(axes));
}
