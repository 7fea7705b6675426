import type { Stage } from '../src/network/stage.js';

/** What one neuron sees of a batch: `common + x` for x = 0, apart and one of `others` each further point. */
export interface Row {
  readonly common: number;
  /** Positive, so that no row is constant. */
  readonly apart: number;
  readonly others: readonly number[];
}

/** The entries of a row, one a point. */
export function entriesOf({ common, apart, others }: Row): Float64Array {
  return Float64Array.from([0, apart, ...others], (x) => common + x);
}

/** Number of points. */
export function pointsIn({ others }: Row): number {
  return others.length + 2;
}

/** What stages, one after the other, make of a row. The row itself stays. */
export function through(stages: readonly Stage[], entries: Float64Array): Float64Array {
  const values = entries.slice();
  for (const stage of stages) stage.onBatchInto({ rows: 1, cols: values.length, values });
  return values;
}

/** Largest magnitude; NaN when there is one. */
export function largest(entries: Float64Array): number {
  return entries.reduce((found, x) => Math.max(found, Math.abs(x)), 0);
}

/** Largest distance between two entries at one place; NaN when there is one. */
export function distance(a: Float64Array, b: Float64Array): number {
  return largest(a.map((x, i) => x - (b[i] ?? NaN)));
}

/** The sum, from left to right. */
export function sum(entries: Float64Array): number {
  return entries.reduce((total, x) => total + x, 0);
}

/** Root-mean-square distance from the mean. Relative error (n + 2) u largest / deviation. */
export function deviation(entries: Float64Array): number {
  const mean = sum(entries) / entries.length;
  return Math.sqrt(sum(entries.map((x) => (x - mean) * (x - mean))) / entries.length);
}

/** The sum of squares. */
export function squaredSum(entries: Float64Array): number {
  return sum(entries.map((x) => x * x));
}
