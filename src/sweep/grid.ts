import type { Configuration } from './configuration.js';

/** The cells of a map: every combination of the values of six axes. */
export interface Grid {
  readonly points: readonly number[];
  readonly width: readonly number[];
  readonly depth: readonly number[];
  readonly stages: readonly string[];
  readonly weights: readonly string[];
  readonly data: readonly string[];
}

export type Axis = keyof Grid;

/** From the slowest to the fastest: the order of the cells. */
export const AXES: readonly Axis[] = ['stages', 'weights', 'data', 'depth', 'width', 'points'];

/** The number of cells. */
export function cellCount(grid: Grid): number {
  return AXES.reduce((product, axis) => product * grid[axis].length, 1);
}

/** The cell of a number from 0 to `cellCount - 1`. @throws RangeError for another */
export function cellAt(grid: Grid, cell: number): Configuration {
  let rest = cell;
  const pick = <T>(values: readonly T[]): T => {
    const value = values[rest % values.length];
    rest = Math.floor(rest / values.length);
    if (value === undefined) throw new RangeError(`cellAt: needs a cell of [0, ${cellCount(grid)}); came ${cell}.`);
    return value;
  };
  const [points, width, depth] = [pick(grid.points), pick(grid.width), pick(grid.depth)];
  const [data, weights, stages] = [pick(grid.data), pick(grid.weights), pick(grid.stages)];
  if (rest !== 0) throw new RangeError(`cellAt: needs a cell of [0, ${cellCount(grid)}); came ${cell}.`);
  return { points, width, depth, stages, weights, data };
}
