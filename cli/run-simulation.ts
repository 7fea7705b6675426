import { fastChain } from '../src/chain/fast-chain.js';
import { describeGeometry } from '../src/geometry/describe.js';
import { directNetwork } from '../src/network/direct.js';
import { type LayerState, uniformNetwork } from '../src/network/network.js';
import type { Stage } from '../src/network/stage.js';
import type { WeightLaw } from '../src/network/weight-law.js';
import { gaussian } from '../src/network/weights.js';
import { derive, rootKey } from '../src/random/key.js';
import { BadInput } from './bad-input.js';
import { withLiveLine } from './live-line.js';
import { isSynthetic, resolveBatch } from './named-batch.js';
import { requireFeasible } from './require-feasible.js';
import type { LayerReport, SimulateReport } from './schemas/simulate.js';

/** What a user asks for. */
export interface Simulation {
  readonly points: number;
  /** Dimension of generated data. */
  readonly inputs?: number;
  readonly width: number;
  readonly depth: number;
  readonly stages: readonly Stage[];
  readonly weights: WeightLaw;
  readonly gain: number;
  readonly data: string;
  readonly seed: string;
  readonly every: number;
  readonly engine?: 'chain' | 'direct';
}

/** Runs the network and measures the layers that are asked for. @throws BadInput before anything is computed */
export async function runSimulation(asked: Simulation): Promise<SimulateReport> {
  const { points, width, depth, stages, weights, gain, data, seed, every } = asked;
  const engine = asked.engine ?? (weights === gaussian ? 'chain' : 'direct');
  if (engine === 'chain' && weights !== gaussian) {
    throw new BadInput(`--engine: chain needs gaussian weights; came --weights ${weights.name}. Use --engine direct.`);
  }
  const key = derive(rootKey(seed), 'simulate');
  const dimension = asked.inputs ?? width;
  if (isSynthetic(data)) requireFeasible({ ...asked, engine, inputs: dimension });
  const input = resolveBatch(data, { points, dimension, key: derive(key, 'batch') });
  requireFeasible({ ...asked, engine, inputs: input.rows });
  const network = uniformNetwork({ stages, width, depth, weights, gain });
  const weightKey = derive(key, 'weights');
  const states =
    engine === 'chain'
      ? fastChain(network, input, weightKey, { every, precise: true }) // ranks are read off singular values down to 1e-9
      : directNetwork(network, input, weightKey);
  const layers = await withLiveLine(`${engine} network, ${depth} layers`, (update) => {
    const measures: LayerReport[] = [];
    for (const state of states) {
      if (state.layer % every === 0 || state.layer === depth) measures.push(measured(state));
      update(state.layer, depth);
    }
    return measures;
  });
  const names = stages.map(({ name }) => name);
  const sizes = { points, inputs: input.rows, width, depth };
  return { config: { ...sizes, stages: names, weights: weights.name, gain, data, seed, every, engine }, layers };
}

function measured({ layer, factor, logScale }: LayerState): LayerReport {
  return { layer, ...describeGeometry(factor), logScale };
}
