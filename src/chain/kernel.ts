import type { ChainState, LayerEngine, LayerRun } from './layer-engine.js';
import type { KernelExports } from './kernel-exports.js';
import { kernelFor } from './kernel-instance.js';
import { MOST_POINTS, readUpper, writeSquare } from './kernel-square.js';

/** Fixed addresses of kernel/memory.ts, in 8-byte words. */
const LOG_SCALE = 0;
const STEPS = 8;
const STEP_WORDS = 4;
const WIDTHS = 1800;
/** What the room for widths holds: longer runs are cut. */
const LONGEST_RUN = 500;

/** The layers in WebAssembly SIMD; undefined where the engine has none. Bit-identical to `reference`. */
export function kernelEngine(): LayerEngine | undefined {
  if (kernelFor(1) === undefined) return undefined;
  return {
    gramLayers: (run, state) => runLayers(run, state, instanceFor(run.points).gramLayers),
    factorLayers: (run, state) => runLayers(run, state, instanceFor(run.points).factorLayers),
    factorise: (gram, points) => {
      const kernel = instanceFor(points);
      writeSquare(kernel, kernel.stateAt(points), gram, points);
      kernel.factorise(points);
      return readUpper(kernel, kernel.factorAt(points), points);
    },
  };
}

function instanceFor(points: number): KernelExports {
  if (points > MOST_POINTS) {
    throw new RangeError(
      `kernel: takes at most ${MOST_POINTS} points, 1.2 GB of memory; came ${points}. Use gramChain.`,
    );
  }
  const kernel = kernelFor(points);
  if (kernel === undefined) throw new RangeError('kernel: WebAssembly SIMD disappeared between two calls.');
  return kernel;
}

function runLayers(run: LayerRun, state: ChainState, layers: KernelExports['gramLayers']): ChainState {
  const { points, program, widths, first, gain, key } = run;
  const kernel = instanceFor(points);
  const words = new Float64Array(kernel.memory.buffer);
  const halves = new Int32Array(kernel.memory.buffer);
  program.steps.forEach(({ code, growth, parameter, degree = NaN }, s) => {
    const at = STEPS + s * STEP_WORDS;
    halves[2 * at] = code;
    halves[2 * at + 1] = growth;
    words[at + 1] = parameter;
    words[at + 2] = degree;
  });
  writeSquare(kernel, kernel.stateAt(points), state.matrix, points);
  words[LOG_SCALE] = state.logScale;
  for (let t = 0; t + 1 < widths.length; t += LONGEST_RUN) {
    const part = widths.slice(t, t + LONGEST_RUN + 1);
    words.set(part, WIDTHS);
    layers(
      points,
      part.length - 1,
      first + t,
      program.recentred ? 1 : 0,
      program.steps.length,
      gain,
      key.high,
      key.low,
    );
  }
  return { matrix: readUpper(kernel, kernel.stateAt(points), points), logScale: words[LOG_SCALE] };
}
