import { kernelEngine } from '../src/chain/kernel.js';
import { stageProgram } from '../src/chain/stage-program.js';
import { recenterRelu } from '../src/network/layers.js';
import { stagesOf } from '../src/network/layer.js';
import { rootKey } from '../src/random/key.js';
import type { Job } from './contender.js';

/** One whole chain on the kernel, recentering and ReLU, from the identity; its last Gram matrix. Also the task of a worker. */
export default function runChain({ points, width, layers, seed }: Job): Float64Array {
  const [program, engine] = [stageProgram(stagesOf(recenterRelu)), kernelEngine()];
  if (!program || !engine) throw new Error('bench: needs WebAssembly SIMD.');
  const identity = Float64Array.from({ length: points * points }, (_, m) => (m % (points + 1) === 0 ? 1 : 0));
  const widths = Array<number>(layers + 1).fill(width);
  const run = { program, points, widths, first: 1, gain: 1, key: rootKey(String(seed)) };
  return engine.gramLayers(run, { matrix: identity, logScale: 0 }).matrix;
}
