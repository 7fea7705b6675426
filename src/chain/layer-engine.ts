import type { StreamKey } from '../random/key.js';
import type { StageProgram } from './stage-program.js';

/** What a chain carries from layer to layer. */
export interface ChainState {
  /** n × n by rows, zero below the diagonal: the upper triangle of the Gram matrix, or a triangular factor of it. Trace n. */
  readonly matrix: Float64Array;
  /** Natural logarithm of the root-mean-square norm of the points; -Infinity for a dead batch. */
  readonly logScale: number;
}

/** Consecutive layers of one network. */
export interface LayerRun {
  readonly program: StageProgram;
  readonly points: number;
  /** The fan-in of the first layer, then the width of each layer. */
  readonly widths: readonly number[];
  /** Number of the first layer: 1 for the one after the input. Block b of layer t draws from `derive(key, t, b)`. */
  readonly first: number;
  readonly gain: number;
  readonly key: StreamKey;
}

/** Runs layers of a chain: the WebAssembly kernel, or the reference in TypeScript, which gives the same bits. */
export interface LayerEngine {
  /** Runs layers on a state that is a Gram matrix. */
  readonly gramLayers: (run: LayerRun, state: ChainState) => ChainState;
  /** Runs layers on a state that is a triangular factor. */
  readonly factorLayers: (run: LayerRun, state: ChainState) => ChainState;
  /** The upper triangular factor of a Gram matrix; a pivot within rounding of zero gives a zero row. */
  readonly factorise: (gram: Float64Array, points: number) => Float64Array;
}
