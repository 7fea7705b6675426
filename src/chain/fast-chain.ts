import { type Batch, type Factor, matrix } from '../linalg/matrix.js';
import { gram } from '../linalg/product.js';
import type { LayerState, Network } from '../network/network.js';
import { splitGain } from '../network/scale.js';
import { gaussian } from '../network/weights.js';
import type { StreamKey } from '../random/key.js';
import { bartlettLayers } from './bartlett.js';
import { type ChainMode, chooseMode, isLinear } from './chain-mode.js';
import { gramChain } from './gram-chain.js';
import { inputState } from './input-state.js';
import { kernelEngine } from './kernel.js';
import type { ChainState, LayerEngine, LayerRun } from './layer-engine.js';
import { reference } from './reference.js';
import { type StageProgram, stageProgram } from './stage-program.js';

/** What a fast chain can be told. */
export interface FastChainOptions {
  /** Yields every so many layers, and the last; 1 unless stated. Layers between two yields run without leaving the kernel. */
  readonly every?: number;
  /** How the batch is represented: see `ChainMode`. Chosen by `chooseMode` unless stated. */
  readonly mode?: ChainMode;
  /** True for observables below 1e-12: never squares the batch. */
  readonly precise?: boolean;
  /** What runs the layers: the kernel where there is WebAssembly SIMD, else the reference, which gives the same bits. */
  readonly engine?: LayerEngine;
}

/**
 * The Gram chain, fast: the law of `directNetwork` and `gramChain`, draws of its own.
 *
 * Yields the input as layer 0, then every `every`-th layer and the last, each with a triangular factor. Block b of layer t draws
 * from `derive(key, t, b)`, whatever is yielded. Stages outside the catalogue run on `gramChain`, whatever the mode.
 * Source: docs/derivations.md#gram-chain. @throws RangeError for weights that are not Gaussian, a mode that does not fit, or a
 * bad `every`
 */
export function* fastChain(
  network: Network,
  input: Batch,
  key: StreamKey,
  options: FastChainOptions = {},
): Generator<LayerState, void, undefined> {
  const { every = 1 } = options;
  if (!Number.isInteger(every) || every < 1) {
    throw new RangeError(`fastChain: needs an integer every >= 1; came ${every}. Leave it out to see all layers.`);
  }
  const program = network.weights === gaussian ? stageProgram(network.stages) : undefined;
  if (program === undefined) {
    const depth = network.widths.length;
    for (const state of gramChain(network, input, key))
      if (state.layer % every === 0 || state.layer === depth) yield state;
    return;
  }
  yield* runProgram(network, program, input, key, { ...options, every });
}

function* runProgram(
  network: Network,
  program: StageProgram,
  input: Batch,
  key: StreamKey,
  options: FastChainOptions & { readonly every: number },
): Generator<LayerState, void, undefined> {
  const points = input.cols;
  const { every, precise, engine = kernelEngine() ?? reference } = options;
  const zeroth = inputState(input);
  const mode = options.mode ?? chooseMode(program, zeroth.factor, network.widths, precise);
  const { advance, start, factorOf } = modeOf(mode, program, engine, points);
  const widths = [input.rows, ...network.widths];
  const depth = network.widths.length;
  yield zeroth;
  let state: ChainState = { matrix: start(zeroth.factor), logScale: zeroth.logScale };
  for (let layer = 0; layer < depth;) {
    const next = Math.min(depth, layer + every);
    const { gain } = network;
    state = advance({ program, points, widths: widths.slice(layer, next + 1), first: layer + 1, gain, key }, state);
    layer = next;
    yield {
      layer,
      factor: matrix<'factor', 'point'>(points, points, factorOf(state.matrix)),
      logScale: state.logScale,
    };
  }
}

/** What a mode carries: how it begins, how it runs layers, and how its factor is read off. */
interface Carrier {
  readonly start: (factor: Factor) => Float64Array;
  readonly advance: (run: LayerRun, state: ChainState) => ChainState;
  readonly factorOf: (carried: Float64Array) => Float64Array;
}

function modeOf(mode: ChainMode, program: StageProgram, engine: LayerEngine, points: number): Carrier {
  if (mode === 'gram') {
    return {
      start: upperGram,
      advance: withAnyGain(engine.gramLayers),
      factorOf: (carried) => engine.factorise(carried, points),
    };
  }
  const asIs = {
    start: (factor: Factor) => factor.values.slice(),
    factorOf: (carried: Float64Array) => carried.slice(),
  };
  if (mode === 'factor') return { ...asIs, advance: withAnyGain(engine.factorLayers) };
  if (!isLinear(program)) {
    throw new RangeError(
      "fastChain: mode 'bartlett' needs stages that are all recentering or identity; came one that rescales or bends. " +
        "Use 'factor', or leave the mode out.",
    );
  }
  return { ...asIs, advance: bartlettLayers };
}

/** Rows of a gain like 1e-200 have squares of 0: such a gain goes into the scale, which an engine takes from outside, layer by layer. */
function withAnyGain(advance: Carrier['advance']): Carrier['advance'] {
  return (run, state) => {
    const { factor, logarithm } = splitGain(run.gain);
    if (logarithm === 0) return advance(run, state);
    let { matrix: carried, logScale } = state;
    for (let t = 0; t + 1 < run.widths.length; t++) {
      const layer = { ...run, widths: run.widths.slice(t, t + 2), first: run.first + t, gain: factor };
      ({ matrix: carried, logScale } = advance(layer, { matrix: carried, logScale: logScale + logarithm }));
    }
    return { matrix: carried, logScale };
  };
}

/** The Gram matrix of a factor, zero below the diagonal. */
function upperGram(factor: Factor): Float64Array {
  const { cols, values } = gram(factor);
  return values.map((x, m) => (m % cols < Math.floor(m / cols) ? 0 : x));
}
