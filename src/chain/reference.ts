import { log } from '../portable/log.js';
import { derive } from '../random/key.js';
import { fillNormals } from '../random/normal.js';
import { BLOCK_ROWS } from './block.js';
import type { ChainState, LayerEngine, LayerRun } from './layer-engine.js';
import { recentredFactor } from './recentred-factor.js';
import { recentredReflections } from './recentred-reflections.js';
import { addBlockInto, divideRowsInto, type GramSums, multiplyRowsInto } from './reference-block.js';
import { applyStepsInto, planScale, type ScalePlan } from './reference-steps.js';
import { diagonalOf, tolerantCholesky } from './tolerant-cholesky.js';
import { invertible, triangularProduct } from './triangular.js';

/** A pivot below keeps fewer than 33 of its bits, so a layer is run again with a better divisor: kernel/factor-layers.ts. */
const WORST_PIVOT = 9.5367431640625e-7;
const MOST_PASSES = 3;

function gramLayers(run: LayerRun, state: ChainState): ChainState {
  const { points, program, widths } = run;
  let { matrix, logScale } = state;
  for (let t = 0; t + 1 < widths.length; t++) {
    const factor = program.recentred ? recentredFactor(matrix, points) : factorise(matrix, points);
    const plan = planScale(program.steps, logScale);
    const gram = gramOfRows(run, t, factor, plan);
    const square = sum(diagonalOf(gram, points)) / points;
    const reciprocal = square > 0 ? 1 / square : 1;
    matrix = gram.map((x) => x * reciprocal);
    logScale = plan.scaleAfter + 0.5 * log(square);
  }
  return { matrix, logScale };
}

/** Factor layers that run a layer at most `passes` times; the kernel's are those with 3. */
export function factorLayersIn(passes: number, run: LayerRun, state: ChainState): ChainState {
  const { points, program, widths } = run;
  let { matrix, logScale } = state;
  for (let t = 0; t + 1 < widths.length; t++) {
    const factor = program.recentred ? recentredReflections(matrix, points) : matrix;
    const plan = planScale(program.steps, logScale);
    const tested = Math.min(points, widths[t + 1] ?? NaN);
    let divisor = invertible(factor, points);
    for (let pass = 1; pass <= passes; pass++) {
      const h = gramOfRows(run, t, factor, plan, divisor);
      const { upper, smallestPivot } = tolerantCholesky(h, points, points, diagonalOf(h, points), tested);
      const next = triangularProduct(upper, divisor, points);
      const square = sum(next.map((x) => x * x)) / points;
      const reciprocal = square > 0 ? 1 / Math.sqrt(square) : 1;
      matrix = next.map((x) => x * reciprocal);
      logScale = plan.scaleAfter + 0.5 * log(square);
      if (!(smallestPivot < WORST_PIVOT)) break;
      divisor = invertible(matrix, points);
    }
  }
  return { matrix, logScale };
}

/** The Gram matrix, upper triangle, of the rows of layer `first + t` after the stages, divided by a triangle where one is given. */
function gramOfRows(run: LayerRun, t: number, factor: Float64Array, plan: ScalePlan, divisor?: Float64Array) {
  const { points, program, widths, gain, key, first } = run;
  const scale = gain / Math.sqrt(widths[t] ?? NaN);
  const width = widths[t + 1] ?? NaN;
  const upper = factor.map((x) => x * scale);
  const normals = program.recentred ? points - 1 : points;
  const sums: GramSums = { even: new Float64Array(points * points), odd: new Float64Array(points * points) };
  for (let b = 0; b * BLOCK_ROWS < width; b++) {
    const block = new Float64Array(points * BLOCK_ROWS);
    fillNormals(derive(key, first + t, b), block.subarray(0, normals * BLOCK_ROWS));
    multiplyRowsInto(block, upper, points);
    applyStepsInto(block, points, program.steps, plan);
    if (divisor !== undefined) divideRowsInto(block, divisor, points);
    addBlockInto(sums, block, points, Math.min(BLOCK_ROWS, width - b * BLOCK_ROWS));
  }
  return sums.even.map((x, m) => x + (sums.odd[m] ?? NaN));
}

function factorise(gram: Float64Array, points: number): Float64Array {
  return tolerantCholesky(gram, points, points, diagonalOf(gram, points), points).upper;
}

function sum(values: Float64Array): number {
  let total = 0;
  for (const x of values) total += x;
  return total;
}

/**
 * The layers in plain TypeScript, with the kernel's order of operations: oracle of the kernel, and fallback without it.
 *
 * Gram layers square the rows; angles below 1e-8 are lost. Factor layers first divide the rows by a triangle close to their own
 * factor, so that what is squared is well conditioned, and multiply it back in: the accuracy of a QR.
 */
export const reference: LayerEngine = {
  gramLayers,
  factorLayers: (run, state) => factorLayersIn(MOST_PASSES, run, state),
  factorise,
};
