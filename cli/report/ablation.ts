import { gaussian as gaussianBatch } from '../../src/batches/generic.js';
import { clusterCosine, crossCosine } from '../../src/geometry/cluster.js';
import { cosines } from '../../src/geometry/cosines.js';
import { normRatio, oddPoint } from '../../src/geometry/odd-point.js';
import { parseStages } from '../../src/network/parse-stage.js';
import { gaussian } from '../../src/network/weights.js';
import { simulate } from '../../src/simulation/simulate.js';
import { simulationStreams } from '../../src/simulation/streams.js';
import type { Ablation } from './run-document.js';

const POINTS = 16;
const WIDTH = 256;
const DEPTH = 200;
/** Layers between two that are drawn. */
const EVERY = 4;

/** One network for each subset of RC, RS and NL, on one batch: `bnd simulate` with these options gives the same numbers. */
export function ablation(seed: string): Ablation {
  const subsets = [0, 1, 2, 3, 4, 5, 6, 7].map((bits) => {
    const names = [bits & 1 && 'recenter', bits & 2 && 'rescale', bits & 4 && 'relu'].filter((name) => name !== 0);
    return names.length === 0 ? ['identity'] : names;
  });
  const streams = simulationStreams(seed);
  const input = gaussianBatch(streams.batch, WIDTH, POINTS);
  const panels = subsets.map((stages) => {
    const network = { stages: parseStages(stages.join(',')), width: WIDTH, depth: DEPTH, weights: gaussian, gain: 1 };
    const layers = [];
    let ends: readonly number[] = [];
    for (const state of simulate({ ...network, every: EVERY, engine: 'chain' }, input, streams.weights)) {
      const { layer, factor } = state;
      const among = cosines(factor);
      const odd = oddPoint(factor);
      layers.push({
        layer,
        normRatio: finite(normRatio(factor)),
        clusterCosine: finite(clusterCosine(factor, odd, among).mean),
        crossCosine: finite(crossCosine(factor, odd).mean),
      });
      ends = Array.from(among.values, (cosine) => Math.round(cosine * 1000) / 1000);
    }
    return { stages, layers, cosines: ends.map(finite) };
  });
  return { points: POINTS, width: WIDTH, depth: DEPTH, data: 'gaussian', seed, panels };
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
