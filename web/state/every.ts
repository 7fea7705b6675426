import type { ExplorerState } from './explorer-state.js';

/** Cosines in all pictures of a run together. A picture costs the singular values of n × n, which for 128 points take ten times its layer. */
const NUMBERS = 2 ** 21;

/** Every how many layers there is a picture: all layers of the presets and of most runs, every third of 300 with 128 points. */
export function everyOf({ points, depth }: ExplorerState): number {
  return Math.ceil((depth * points * points) / NUMBERS);
}
