import { fastChain } from '../chain/fast-chain.js';
import { limitChain } from '../limit/limit-chain.js';
import type { Batch } from '../linalg/matrix.js';
import { directNetwork } from '../network/direct.js';
import { type LayerState, uniformNetwork } from '../network/network.js';
import type { Stage } from '../network/stage.js';
import type { WeightLaw } from '../network/weight-law.js';
import type { StreamKey } from '../random/key.js';
import type { Engine } from './engine.js';

/** A network and how to run it. */
export interface SimulationPlan {
  readonly stages: readonly Stage[];
  /** Of no account with the engine limit. */
  readonly width: number;
  readonly depth: number;
  readonly weights: WeightLaw;
  readonly gain: number;
  /** Layers 0, K, 2K, ... and the last are wanted; the engine direct yields all of them. */
  readonly every: number;
  readonly engine: Engine;
}

/**
 * The layers of one random network on one batch: what `bnd simulate` prints and the explorer draws.
 * @throws NoClosedForm from the engine limit, for a stage whose limit is not known in closed form
 */
export function simulate(plan: SimulationPlan, input: Batch, key: StreamKey): Iterable<LayerState> {
  const { stages, width, depth, weights, gain, every, engine } = plan;
  if (engine === 'limit') return limitChain(stages, input, { depth, every });
  const network = uniformNetwork({ stages, width, depth, weights, gain });
  // Ranks are read off singular values down to 1e-9.
  return engine === 'chain'
    ? fastChain(network, input, key, { every, precise: true })
    : directNetwork(network, input, key);
}
