/** What kernel/index.ts exports. Addresses are bytes in `memory`; `kernel/memory.ts` says what lies where. */
export interface KernelExports {
  readonly memory: { readonly buffer: ArrayBuffer; readonly grow: (pages: number) => number };
  readonly bytesFor: (points: number) => number;
  readonly stateAt: (points: number) => number;
  readonly factorAt: (points: number) => number;
  readonly blockAt: (points: number) => number;
  readonly normals: (points: number, count: number, keyHigh: number, keyLow: number) => void;
  readonly activate: (points: number, code: number, parameter: number, count: number) => void;
  readonly factorise: (points: number) => void;
  /** The pieces of a Gram layer, each alone: rows of the block times the factor, in place, and their Gram matrix into the state. */
  readonly multiplyBlock: (points: number, times: number) => void;
  readonly sumBlock: (points: number, times: number) => void;
  readonly gramLayers: RunLayers;
  readonly factorLayers: RunLayers;
  /** Layers of infinite width on the upper triangle of the state: src/limit/dense-step.ts. */
  readonly wideSteps: (points: number, count: number, recentred: number, slope: number) => void;
}

/** Runs `count` layers from number `first` on; program, widths, state and scale are in memory, before and after. */
type RunLayers = (
  points: number,
  count: number,
  first: number,
  recentred: number,
  steps: number,
  gain: number,
  keyHigh: number,
  keyLow: number,
) => void;
