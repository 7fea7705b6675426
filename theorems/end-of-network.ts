import { gaussian } from '../src/batches/generic.js';
import { fastChain } from '../src/chain/fast-chain.js';
import type { Batch, Factor } from '../src/linalg/matrix.js';
import { type Layer, stagesOf } from '../src/network/layer.js';
import { lastLayer, uniformNetwork } from '../src/network/network.js';
import { gaussian as gaussianWeights } from '../src/network/weights.js';
import { derive, type StreamKey } from '../src/random/key.js';
import type { DeepNetwork } from './deep-network.js';

/** The batch, up to rotation, after all layers of a Gaussian network; a Gaussian batch at first unless another is given. */
export function endOfNetwork(
  { points, width, depth }: DeepNetwork,
  layer: Layer,
  key: StreamKey,
  input: Batch = gaussian(derive(key, 'batch'), width, points),
): Batch | Factor {
  const network = uniformNetwork({ stages: stagesOf(layer), width, depth, weights: gaussianWeights });
  return lastLayer(fastChain(network, input, derive(key, 'weights'), { every: depth })).factor;
}
