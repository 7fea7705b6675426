import { exactRank } from '../linalg/exact-rank.js';
import { at, type Batch, build, type Factor, renamed } from '../linalg/matrix.js';
import { scaleWhole } from '../linalg/scaled-columns.js';
import { productError } from '../portable/error-free.js';

/** How the points of a batch lie on rays from the origin. */
export interface Rays {
  /** One point of each ray, by index: the first. Points at the origin are on none. */
  readonly first: readonly number[];
  /** Pairs of rays that make one line, each by its two indices of `first`. */
  readonly opposite: readonly (readonly [number, number])[];
}

/**
 * The rays of a batch, decided exactly for finite entries whose magnitudes are within 1e140 of each other's. Cost: d n^2.
 *
 * Two points are on one line when x_k y_p = x_p y_k for all k, where x_p is not 0: compared with the errors of the products.
 */
export function raysOf(batch: Batch | Factor): Rays {
  const { whole } = scaleWhole(renamed<'factor', 'point'>(batch));
  const first: number[] = [];
  const opposite: [number, number][] = [];
  for (let j = 0; j < whole.cols; j++) {
    const y = column(whole, j);
    if (y.every((value) => value === 0)) continue;
    const along = first.map((i) => ({ i, side: sideOf(column(whole, i), y) })).filter(({ side }) => side !== 0);
    if (along.some(({ side }) => side > 0)) continue;
    for (const { i } of along) opposite.push([i, j]);
    first.push(j);
  }
  return { first, opposite };
}

/**
 * The largest rank that a layer of ReLU can give to a batch, attained at infinite width: rays - p + s, where p lines
 * hold two rays each, and span s dimensions.
 *
 * Range: 0 (all points at the origin) to n. It is n exactly when no point is at the origin, no two are on one ray, and the
 * lines that hold two rays are independent. Degenerate: rounding that parts two points of a ray counts them apart.
 * Source: docs/derivations.md#relu-rank.
 */
export function reluCapacity(batch: Batch | Factor): number {
  const { first, opposite } = raysOf(batch);
  const lines = opposite.map(([i]) => i);
  return first.length - lines.length + (lines.length === 0 ? 0 : exactRank(columns(batch, lines)));
}

function columns(batch: Batch | Factor, chosen: readonly number[]): Batch {
  return build(batch.rows, chosen.length, (k, q) => batch.values[k * batch.cols + (chosen[q] ?? NaN)] ?? NaN);
}

function column(factor: Factor, j: number): Float64Array {
  return Float64Array.from({ length: factor.rows }, (_, k) => at(factor, k, j));
}

/** 1 for two points on one ray, -1 on opposite ones, 0 on different lines. Neither may be at the origin. */
function sideOf(x: Float64Array, y: Float64Array): number {
  const pivot = x.findIndex((value) => value !== 0);
  const [xp, yp] = [x[pivot] ?? NaN, y[pivot] ?? NaN];
  if (yp === 0) return 0;
  const parallel = x.every((value, k) => equalProducts(value, yp, xp, y[k] ?? NaN));
  return parallel ? Math.sign(xp) * Math.sign(yp) : 0;
}

/** Whether ab = cd, without rounding. */
function equalProducts(a: number, b: number, c: number, d: number): boolean {
  const [left, right] = [a * b, c * d];
  return left === right && productError(a, b, left) === productError(c, d, right);
}
