import { fastChain } from '../src/chain/fast-chain.js';
import { describeGeometry } from '../src/geometry/describe.js';
import { LIMIT_RANK_TOLERANCE, limitChain } from '../src/limit/limit-chain.js';
import { NoClosedForm } from '../src/limit/no-closed-form.js';
import type { Batch } from '../src/linalg/matrix.js';
import { directNetwork } from '../src/network/direct.js';
import { type LayerState, uniformNetwork } from '../src/network/network.js';
import type { Stage } from '../src/network/stage.js';
import type { WeightLaw } from '../src/network/weight-law.js';
import { gaussian } from '../src/network/weights.js';
import { derive, rootKey, type StreamKey } from '../src/random/key.js';
import { BadInput } from './bad-input.js';
import { withLiveLine } from './live-line.js';
import { isSynthetic, resolveBatch } from './named-batch.js';
import { requireFeasible } from './require-feasible.js';
import type { LayerReport, SimulateReport } from './schemas/simulate.js';

type Engine = SimulateReport['config']['engine'];
/** Dimension of generated data for networks without a width: what the width is unless given. */
const INPUTS = 256;

/** What a user asks for. */
export interface Simulation {
  readonly points: number;
  /** Dimension of generated data. */
  readonly inputs?: number;
  /** Infinity runs the infinite-width map. */
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
  const engine = engineFor(asked);
  const key = derive(rootKey(seed), 'simulate');
  const dimension = asked.inputs ?? (engine === 'limit' ? INPUTS : width);
  if (isSynthetic(data)) requireFeasible({ ...asked, engine, inputs: dimension });
  const input = resolveBatch(data, { points, dimension, key: derive(key, 'batch') });
  requireFeasible({ ...asked, engine, inputs: input.rows });
  const states = run(asked, engine, input, derive(key, 'weights'));
  const layers = await withLiveLine(`${engine} network, ${depth} layers`, (update) => {
    const measures: LayerReport[] = [];
    try {
      for (const state of states) {
        if (state.layer % every === 0 || state.layer === depth) measures.push(measured(state, engine));
        update(state.layer, depth);
      }
    } catch (error) {
      if (error instanceof NoClosedForm) throw new BadInput(`--stages: ${error.message}`, { cause: error });
      throw error;
    }
    return measures;
  });
  const names = stages.map(({ name }) => name);
  const sizes = { points, inputs: input.rows, width: engine === 'limit' ? null : width, depth };
  return { config: { ...sizes, stages: names, weights: weights.name, gain, data, seed, every, engine }, layers };
}

/** @throws BadInput when what is asked for does not go together */
function engineFor({ width, weights, gain, engine }: Simulation): Engine {
  if (width !== Infinity) {
    if (engine === 'chain' && weights !== gaussian) {
      throw new BadInput(
        `--engine: chain needs gaussian weights; came --weights ${weights.name}. Use --engine direct.`,
      );
    }
    return engine ?? (weights === gaussian ? 'chain' : 'direct');
  }
  const refused =
    engine !== undefined
      ? `--engine ${engine}`
      : weights !== gaussian
        ? `--weights ${weights.name}`
        : gain !== 1
          ? `--gain ${gain}`
          : undefined;
  if (refused === undefined) return 'limit';
  throw new BadInput(
    `--width: infinite needs no weights, gain or engine: every stage that has a limit commutes with scaling; came ${refused}. Leave it out.`,
  );
}

function run(
  { stages, width, depth, weights, gain, every }: Simulation,
  engine: Engine,
  input: Batch,
  key: StreamKey,
): Iterable<LayerState> {
  if (engine === 'limit') return limitChain(stages, input, { depth, every });
  const network = uniformNetwork({ stages, width, depth, weights, gain });
  // Ranks are read off singular values down to 1e-9.
  return engine === 'chain'
    ? fastChain(network, input, key, { every, precise: true })
    : directNetwork(network, input, key);
}

function measured({ layer, factor, logScale }: LayerState, engine: Engine): LayerReport {
  const geometry = describeGeometry(factor, engine === 'limit' ? { rankTolerance: LIMIT_RANK_TOLERANCE } : {});
  return { layer, ...geometry, logScale };
}
