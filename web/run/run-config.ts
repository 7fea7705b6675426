import { everyOf } from '../state/every.js';
import type { ExplorerState, OwnTable } from '../state/explorer-state.js';
import { stageList } from '../state/stage-list.js';

/** A run as it is sent to the worker. */
export interface RunConfig {
  readonly points: number;
  readonly width: number;
  readonly depth: number;
  readonly stages: string;
  readonly weights: string;
  readonly data: string;
  readonly seed: string;
  readonly every: number;
  readonly table?: OwnTable;
}

/** The run of a state. The limit has no weights. */
export function runConfigOf(state: ExplorerState): RunConfig {
  const { points, width, depth, data, seed, table } = state;
  return {
    points,
    width,
    depth,
    data,
    seed,
    stages: stageList(state),
    weights: width === Infinity ? 'gaussian' : state.weights,
    every: everyOf(state),
    ...(table === undefined || table.name !== data ? {} : { table }),
  };
}
