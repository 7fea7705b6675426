import { NoClosedForm } from '../src/limit/no-closed-form.js';
import type { Stage } from '../src/network/stage.js';
import type { WeightLaw } from '../src/network/weight-law.js';
import { gaussian } from '../src/network/weights.js';
import { defaultEngine, type Engine } from '../src/simulation/engine.js';
import { inputDimension } from '../src/simulation/input-dimension.js';
import { measureLayer } from '../src/simulation/measure-layer.js';
import { simulate } from '../src/simulation/simulate.js';
import { simulationStreams } from '../src/simulation/streams.js';
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
  const streams = simulationStreams(seed);
  const dimension = asked.inputs ?? inputDimension(width);
  if (isSynthetic(data)) requireFeasible({ ...asked, engine, inputs: dimension });
  const input = resolveBatch(data, { points, dimension, key: streams.batch });
  requireFeasible({ ...asked, engine, inputs: input.rows });
  const states = simulate({ ...asked, engine }, input, streams.weights);
  const layers = await withLiveLine(`${engine} network, ${depth} layers`, (update) => {
    const measures: LayerReport[] = [];
    try {
      for (const state of states) {
        if (state.layer % every === 0 || state.layer === depth) measures.push(measureLayer(state, engine));
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
    return engine ?? defaultEngine(width, weights);
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
