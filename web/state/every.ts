import type { ExplorerState } from './explorer-state.js';

/** Numbers of all pictures of a run together: 64 MB as single-precision numbers. */
const NUMBERS = 2 ** 24;

/** Every how many layers there is a picture: as many as memory holds. */
export function everyOf({ points, depth }: ExplorerState): number {
  return Math.ceil((depth * points * points) / NUMBERS);
}
