import { parseBatchFamily } from '../batches/batch-family.js';
import { fastChain } from '../chain/fast-chain.js';
import type { LayerState } from '../network/network.js';
import { uniformNetwork } from '../network/network.js';
import { directNetwork } from '../network/direct.js';
import { parseStages } from '../network/parse-stage.js';
import { parseWeightLaw } from '../network/parse-weight-law.js';
import { defaultEngine } from '../simulation/engine.js';
import { derive } from '../random/key.js';
import { type Configuration, drawKey } from './configuration.js';
import { type Measure, MEASURES, oddEvent } from './measures.js';

/** Raised when the same draw gives other numbers than before: results of two numbers may not be in one store. */
export const DRAW_VERSION = 1;

/** Draws of one cell to be made: all that a worker has to know. */
export interface DrawRange {
  readonly seed: string;
  readonly configuration: Configuration;
  readonly measures: readonly Measure[];
  /** The first draw, and the one after the last. */
  readonly from: number;
  readonly to: number;
}

/** What each draw of a range has, draw by draw, in the order of the measures. A function of the range alone. */
export function drawRange({ seed, configuration, measures, from, to }: DrawRange): readonly (readonly number[])[] {
  return Array.from({ length: to - from }, (_, i) => drawCell(seed, configuration, measures, from + i));
}

/** One random batch through one random network, both the draw's own. */
function drawCell(
  seed: string,
  configuration: Configuration,
  measures: readonly Measure[],
  draw: number,
): readonly number[] {
  const { points, width, depth, stages, weights: law, data } = configuration;
  const key = drawKey(seed, configuration, draw);
  const weights = parseWeightLaw(law);
  const network = uniformNetwork({ stages: parseStages(stages.replaceAll('+', ',')), width, depth, weights });
  const input = parseBatchFamily(data).draw(derive(key, 'batch'), width, points);
  const watched = measures.includes('hitting-time');
  const chain = defaultEngine(width, weights) === 'chain';
  const states = chain
    ? fastChain(network, input, derive(key, 'weights'), { every: watched ? 1 : depth })
    : directNetwork(network, input, derive(key, 'weights'));
  let last: LayerState | undefined;
  let hit = Infinity;
  for (const state of states) {
    if (watched && hit === Infinity && state.layer > 0 && oddEvent(state.factor)) hit = state.layer;
    last = state;
  }
  if (last === undefined) throw new Error('drawCell: a network without layers.');
  const { factor } = last;
  return measures.map((measure) => MEASURES[measure].read(factor, hit));
}
