import { gaussian } from '../src/batches/generic.js';
import { fastChain } from '../src/chain/fast-chain.js';
import type { Batch, Factor } from '../src/linalg/matrix.js';
import { type Layer, stagesOf } from '../src/network/layer.js';
import { uniformNetwork } from '../src/network/network.js';
import { gaussian as gaussianWeights } from '../src/network/weights.js';
import { derive, type StreamKey } from '../src/random/key.js';

/** A long network of equal layers, of which the first `settling` are passed over and every `every`-th is looked at. */
export interface LongNetwork {
  readonly points: number;
  readonly width: number;
  readonly settling: number;
  readonly depth: number;
  readonly every: number;
}

/** What an observable is in the layers looked at, from a batch of Gaussian points. */
export function along(
  { points, width, settling, depth, every }: LongNetwork,
  layer: Layer,
  key: StreamKey,
  observable: (factor: Batch | Factor) => number,
): readonly number[] {
  const network = uniformNetwork({ stages: stagesOf(layer), width, depth: settling + depth, weights: gaussianWeights });
  const found: number[] = [];
  for (const state of fastChain(network, gaussian(derive(key, 'batch'), width, points), derive(key, 'weights'), {
    every,
  })) {
    if (state.layer > settling) found.push(observable(state.factor));
  }
  return found;
}

/** Their mean. NaN of none. */
export function meanOf(values: readonly number[]): number {
  return values.reduce((sum, x) => sum + x, 0) / values.length;
}
