/** A data set that the user brought: a table with a row a point. */
export interface OwnTable {
  readonly name: string;
  readonly text: string;
}

/** All that decides what the page shows. Plain data; a link is its spelling. */
export interface ExplorerState {
  readonly points: number;
  /** Infinity: the limit. */
  readonly width: number;
  readonly depth: number;
  /** RC, RS, NL. */
  readonly recenter: boolean;
  readonly rescale: boolean;
  readonly activate: boolean;
  /** As in the terminal: `relu`, `leaky(0.1)`. */
  readonly activation: string;
  readonly weights: string;
  /** A family, `iris`, or the name of `table`. */
  readonly data: string;
  readonly seed: string;
  /** The layer that is shown. */
  readonly layer: number;
  /** `directions` divides every point by its norm in the picture of the plane. */
  readonly lengths: 'kept' | 'directions';
  readonly table?: OwnTable;
}

/** Bounds of what a page computes without making anybody wait for minutes. */
export const LIMITS = { points: [2, 128], width: [1, 16384], depth: [1, 2000] } as const;

/** What the page opens with: the phenomenon. */
export const opening: ExplorerState = {
  points: 32,
  width: 1024,
  depth: 300,
  recenter: true,
  rescale: false,
  activate: true,
  activation: 'relu',
  weights: 'gaussian',
  data: 'gaussian',
  seed: '1',
  layer: 0,
  lengths: 'kept',
};

/** The state with another part; a layer beyond the last one becomes the last. */
export function changed(state: ExplorerState, change: Partial<ExplorerState>): ExplorerState {
  const next = { ...state, ...change };
  return { ...next, layer: Math.min(next.layer, next.depth) };
}

/** Equal for two states exactly when they are one run, of which they may show different layers. */
export function runKey(state: ExplorerState): string {
  const { points, width, depth, recenter, rescale, activate, activation, weights, data, seed, table } = state;
  const sizes = [points, String(width), depth]; // JSON has no Infinity
  return JSON.stringify([...sizes, recenter, rescale, activate, activation, weights, data, seed, table]);
}
