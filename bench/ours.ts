import { kernelEngine } from '../src/chain/kernel.js';
import type { LayerEngine } from '../src/chain/layer-engine.js';
import { reference } from '../src/chain/reference.js';
import { stageProgram } from '../src/chain/stage-program.js';
import { matrix } from '../src/linalg/matrix.js';
import { recenterRelu } from '../src/network/layers.js';
import { stagesOf } from '../src/network/layer.js';
import { derive, rootKey } from '../src/random/key.js';
import { type Contender, here } from './contender.js';

const program = stageProgram(stagesOf(recenterRelu));
const root = rootKey('bench');

/** A mode of an engine, started at the identity. */
function mode(name: string, engine: LayerEngine, layers: 'gramLayers' | 'factorLayers'): Contender {
  return here(name, (job) => {
    if (program === undefined) throw new Error('bench: recentering and ReLU must have a program.');
    const { points, width } = job;
    const widths = Array<number>(job.layers + 1).fill(width);
    const identity = Float64Array.from({ length: points * points }, (_, m) => (m % (points + 1) === 0 ? 1 : 0));
    const run = { program, points, widths, first: 1, gain: 1, key: derive(root, job.seed) };
    const { matrix: carried } = engine[layers](run, { matrix: identity, logScale: 0 });
    return matrix<'factor', 'point'>(
      points,
      points,
      layers === 'gramLayers' ? engine.factorise(carried, points) : carried,
    );
  });
}

/** What is measured, and what everything else is a multiple of; undefined without WebAssembly SIMD. */
export function kernelGram(): Contender | undefined {
  const engine = kernelEngine();
  return engine && mode('kernel', engine, 'gramLayers');
}

/** The other ways of this project: the factor mode, and plain TypeScript. */
export function others(): Contender[] {
  const engine = kernelEngine();
  const factor = engine ? [mode('kernel, factor mode', engine, 'factorLayers')] : [];
  return [...factor, mode('plain TypeScript', reference, 'gramLayers')];
}
