import { triangularFactor } from '../src/linalg/factor.js';
import { at, type Batch, type Factor } from '../src/linalg/matrix.js';
import { directNetwork } from '../src/network/direct.js';
import { type Layer, stagesOf } from '../src/network/layer.js';
import { lastLayer, uniformNetwork } from '../src/network/network.js';
import { gaussian } from '../src/network/weights.js';
import type { StreamKey } from '../src/random/key.js';

/** The triangular factor of the last layer of a network as it is defined, and the logarithm of its scale. */
export interface End {
  readonly factor: Factor;
  readonly logScale: number;
}

/** Sends a batch with as many coordinates as a layer has neurons through so many layers of Gaussian weights. */
export function sent(input: Batch, layer: Layer, depth: number, key: StreamKey): End {
  const network = uniformNetwork({ stages: stagesOf(layer), width: input.rows, depth, weights: gaussian });
  const { factor, logScale } = lastLayer(directNetwork(network, input, key));
  return { factor: triangularFactor(factor), logScale };
}

/** Diagonal entry i of the factor, 0 where the rows end. */
export function pivot({ factor }: End, i: number): number {
  return i < factor.rows ? at(factor, i, i) : 0;
}
