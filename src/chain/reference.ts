import { log } from '../portable/log.js';
import { derive } from '../random/key.js';
import { fillNormals } from '../random/normal.js';
import { BLOCK_ROWS } from './block.js';
import type { ChainState, LayerEngine, LayerRun } from './layer-engine.js';
import { recentredFactor } from './recentred-factor.js';
import { addBlockInto, type GramSums, multiplyRowsInto } from './reference-block.js';
import { applyStepsInto, planScale, type ScalePlan } from './reference-steps.js';
import { diagonalOf, tolerantCholesky } from './tolerant-cholesky.js';

/** One block of rows after the stages, given the factor (already scaled) that its rows are sampled from. */
function sampleBlock(run: LayerRun, layer: number, b: number, upper: Float64Array, plan: ScalePlan): Float64Array {
  const { points, program, key } = run;
  const block = new Float64Array(points * BLOCK_ROWS);
  const normals = program.recentred ? points - 1 : points;
  fillNormals(derive(key, layer, b), block.subarray(0, normals * BLOCK_ROWS));
  multiplyRowsInto(block, upper, points);
  applyStepsInto(block, points, program.steps, plan);
  return block;
}

/** The Gram matrix, upper triangle, of all `width` rows, each block changed by `finish` first. */
function gramOfRows(points: number, width: number, sample: (b: number) => Float64Array): Float64Array {
  const sums: GramSums = { even: new Float64Array(points * points), odd: new Float64Array(points * points) };
  for (let b = 0; b * BLOCK_ROWS < width; b++) {
    addBlockInto(sums, sample(b), points, Math.min(BLOCK_ROWS, width - b * BLOCK_ROWS));
  }
  return sums.even.map((x, m) => x + (sums.odd[m] ?? NaN));
}

function factorise(gram: Float64Array, points: number): Float64Array {
  return tolerantCholesky(gram, points, points, diagonalOf(gram, points), points).upper;
}

function gramLayers(run: LayerRun, state: ChainState): ChainState {
  const { points, program, widths, first, gain } = run;
  let { matrix, logScale } = state;
  for (let t = 0; t + 1 < widths.length; t++) {
    const scale = gain / Math.sqrt(widths[t] ?? NaN);
    const factor = program.recentred ? recentredFactor(matrix, points) : factorise(matrix, points);
    const upper = factor.map((x) => x * scale);
    const plan = planScale(program.steps, logScale);
    const gram = gramOfRows(points, widths[t + 1] ?? NaN, (b) => sampleBlock(run, first + t, b, upper, plan));
    let trace = 0;
    for (const x of diagonalOf(gram, points)) trace += x;
    const square = trace / points;
    const reciprocal = square > 0 ? 1 / square : 1;
    matrix = gram.map((x) => x * reciprocal);
    logScale = plan.scaleAfter + 0.5 * log(square);
  }
  return { matrix, logScale };
}

/** The layers in plain TypeScript, with the kernel's order of operations: oracle of the kernel, and fallback without it. */
export const reference: LayerEngine = { gramLayers, factorLayers: gramLayers, factorise };
