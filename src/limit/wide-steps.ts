import type { KernelExports } from '../chain/kernel-exports.js';
import { kernelFor } from '../chain/kernel-instance.js';
import { MOST_POINTS, readSquare, writeSquare } from '../chain/kernel-square.js';
import { type Gram, matrix, shape } from '../linalg/matrix.js';
import { denseStepInto, type WideLayer } from './dense-step.js';

/** Equal layers of infinite width, so many in a row. */
export interface WideSteps extends WideLayer {
  /** 0 returns the matrix as it came, in a copy. */
  readonly steps: number;
}

/**
 * The Gram matrix after `steps` equal layers of infinite width, each scaled to trace n.
 *
 * Cost n^2 a step, whatever the matrix. Runs in WebAssembly where the engine has SIMD and there are at most 4096 points, else
 * on `denseStepInto`: the same bits. Use `limitLayer` for other stages, for tangents, and for blocks, where it costs blocks^2.
 * Degenerate: a batch that a layer sends to zero becomes NaN.
 * @throws RangeError when the matrix is not square and symmetric
 */
export function wideSteps(gram: Gram, how: WideSteps): Gram {
  const points = gram.rows;
  requireSymmetric(gram);
  const kernel = points > MOST_POINTS ? undefined : kernelFor(points);
  return matrix(points, points, kernel ? onKernel(kernel, gram, how) : onReference(gram, how));
}

/** `wideSteps` without WebAssembly. */
export function onReference({ rows, values }: Gram, { steps, ...layer }: WideSteps): Float64Array {
  const next = values.slice();
  for (let t = 0; t < steps; t++) denseStepInto(next, rows, layer);
  return next;
}

function onKernel(kernel: KernelExports, { rows, values }: Gram, { steps, recenter, slope }: WideSteps): Float64Array {
  const state = kernel.stateAt(rows);
  writeSquare(kernel, state, values, rows);
  kernel.wideSteps(rows, steps, recenter ? 1 : 0, slope);
  return readSquare(kernel, state, rows);
}

/** Tiles of 8 x 8: a column read from top to bottom would miss the cache at every entry. */
const TILE = 8;

function requireSymmetric(gram: Gram): void {
  const { rows: points, cols, values } = gram;
  if (points !== cols) throw new RangeError(`wideSteps: needs a square matrix; came ${shape(gram)}.`);
  for (let top = 0; top < points; top += TILE) {
    for (let left = 0; left <= top; left += TILE) {
      for (let i = top; i < Math.min(points, top + TILE); i++) {
        for (let j = left; j < Math.min(i, left + TILE); j++) {
          const x = values[i * points + j] ?? NaN;
          const y = values[j * points + i] ?? NaN;
          if (x === y || Number.isNaN(x + y)) continue;
          throw new RangeError(`wideSteps: needs a symmetric matrix; came ${x} at (${i}, ${j}) and ${y} mirrored.`);
        }
      }
    }
  }
}
