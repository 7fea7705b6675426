import { derive, rootKey, type StreamKey } from '../random/key.js';

/** The streams of one simulation: what a seed means in the terminal and in a page. */
export interface SimulationStreams {
  /** Draws the points. */
  readonly batch: StreamKey;
  /** Draws W, layer by layer. */
  readonly weights: StreamKey;
}

/** The streams that a user's seed stands for. */
export function simulationStreams(seed: string): SimulationStreams {
  const key = derive(rootKey(seed), 'simulate');
  return { batch: derive(key, 'batch'), weights: derive(key, 'weights') };
}

/** The part of the stream of a batch that chooses the points of a data set with more of them than asked for. */
export function subsetStream(batch: StreamKey): StreamKey {
  return derive(batch, 'subset');
}
