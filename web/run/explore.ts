import { cosines } from '../../src/geometry/cosines.js';
import { spectrum } from '../../src/geometry/spectrum.js';
import type { LayerState } from '../../src/network/network.js';
import { parseStages } from '../../src/network/parse-stage.js';
import { parseWeightLaw } from '../../src/network/parse-weight-law.js';
import { defaultEngine, type Engine } from '../../src/simulation/engine.js';
import { measureLayer } from '../../src/simulation/measure-layer.js';
import { simulate } from '../../src/simulation/simulate.js';
import { simulationStreams } from '../../src/simulation/streams.js';
import type { Frame } from './frame.js';
import { inputBatch } from './input-batch.js';
import type { RunConfig } from './run-config.js';

/** A layer of a million weights takes a second or so, orthogonal ones included: a run looks for the next request between layers. */
const WIDEST_DIRECT = 1024;

/**
 * Runs a network and yields a frame for layers 0, K, 2K, ... and the last; returns the batches of these layers.
 * @throws RangeError for a run that does not exist; NoClosedForm
 */
export function* explore(config: RunConfig): Generator<Frame, readonly LayerState[], undefined> {
  const { width, depth, every, seed } = config;
  const weights = parseWeightLaw(config.weights);
  const engine = defaultEngine(width, weights);
  if (engine === 'direct' && width > WIDEST_DIRECT) {
    throw new RangeError(
      `width: needs at most ${WIDEST_DIRECT} neurons for ${weights.name} weights, which are drawn one by one; came ${width}. Take gaussian ones, or bnd simulate.`,
    );
  }
  const streams = simulationStreams(seed);
  const input = inputBatch(config, streams.batch);
  const plan = { stages: parseStages(config.stages), width, depth, weights, gain: 1, every, engine };
  const seen: LayerState[] = [];
  for (const state of simulate(plan, input, streams.weights)) {
    if (state.layer % every !== 0 && state.layer !== depth) continue;
    seen.push(state);
    yield frameOf(state, engine);
  }
  return seen;
}

function frameOf(state: LayerState, engine: Engine): Frame {
  const singular = spectrum(state.factor);
  const whole = singular.reduce((sum, value) => sum + value * value, 0);
  return {
    measures: measureLayer(state, engine, singular),
    cosines: Float32Array.from(cosines(state.factor).values),
    eigenvalues: Float32Array.from(singular, (value) => (value * value) / whole),
  };
}
