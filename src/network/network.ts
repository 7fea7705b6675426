import type { Batch, Factor } from '../linalg/matrix.js';
import type { Stage } from './stage.js';
import type { WeightLaw } from './weight-law.js';

/** A random network at initialisation: what the direct network and the Gram chain both run. */
export interface Network {
  /** What follows each multiplication by W, in order. */
  readonly stages: readonly Stage[];
  /** Number of neurons of each layer; its length is the depth. */
  readonly widths: readonly number[];
  readonly weights: WeightLaw;
  /** Multiplies every W; 1 unless stated. sqrt 2 keeps the norms of a ReLU network without recentering. */
  readonly gain: number;
}

/** The batch after a layer, up to what its inner products say: `X = e^logScale F` with F'F normalised to trace n. */
export interface LayerState {
  /** 0 is the input. */
  readonly layer: number;
  /** The batch itself (direct network), or a triangular factor of its Gram matrix (Gram chain, infinite width). */
  readonly factor: Batch | Factor;
  /** Natural logarithm of the root-mean-square norm of the points; -Infinity for a dead batch, NaN at infinite width. */
  readonly logScale: number;
}

/** A network of `depth` equal layers. */
export function uniformNetwork(options: {
  readonly stages: readonly Stage[];
  readonly width: number;
  readonly depth: number;
  readonly weights: WeightLaw;
  readonly gain?: number;
}): Network {
  const { stages, width, depth, weights, gain = 1 } = options;
  return { stages, widths: Array.from({ length: depth }, () => width), weights, gain };
}

/** The state after the last layer. */
export function lastLayer(states: Iterable<LayerState>): LayerState {
  let last: LayerState | undefined;
  for (const state of states) last = state;
  if (last === undefined) throw new RangeError('lastLayer: needs at least the input; came no layer.');
  return last;
}
