import { exp } from '../portable/exp.js';
import { BLOCK_ROWS, type Block } from './block.js';
import type { Step } from './stage-program.js';
import { stepCode } from './step-code.js';

const EXTREME = 300;

/** What each step multiplies its input by, and the scale after the last: `applyStages` of src/network/scale, once a layer. */
export interface ScalePlan {
  readonly multipliers: readonly number[];
  readonly scaleAfter: number;
}

/** The plan for a layer whose input stands for `e^logScale` times the numbers at hand. */
export function planScale(steps: readonly Step[], logScale: number): ScalePlan {
  let scale = logScale;
  const multipliers = steps.map(({ degree, growth }) => {
    if (degree !== undefined) {
      scale = degree === 0 ? 0 : scale * degree;
      return 1;
    }
    const shown = Math.min(EXTREME, Math.max(-EXTREME, scale));
    const excess = scale - shown;
    scale = excess !== 0 && (growth & (excess > 0 ? 2 : 1)) !== 0 ? excess : 0;
    return exp(shown);
  });
  return { multipliers, scaleAfter: scale };
}

/** Applies the steps to all rows of a block. */
export function applyStepsInto(block: Block, points: number, steps: readonly Step[], plan: ScalePlan): void {
  steps.forEach((step, s) => {
    const multiplier = plan.multipliers[s] ?? NaN;
    if (multiplier !== 1) for (let m = 0; m < block.length; m++) block[m] = (block[m] ?? NaN) * multiplier;
    if (step.code === stepCode.recenter) recenterRowsInto(block, points);
    else if (step.code === stepCode.rescale) rescaleRowsInto(block, points);
    else for (let m = 0; m < block.length; m++) block[m] = step.at(block[m] ?? NaN);
  });
}

function recenterRowsInto(block: Block, points: number): void {
  for (let r = 0; r < BLOCK_ROWS; r++) {
    let sum = 0;
    for (let m = r; m < block.length; m += BLOCK_ROWS) sum += block[m] ?? NaN;
    const mean = sum / points;
    for (let m = r; m < block.length; m += BLOCK_ROWS) block[m] = (block[m] ?? NaN) - mean;
  }
}

function rescaleRowsInto(block: Block, points: number): void {
  for (let r = 0; r < BLOCK_ROWS; r++) {
    let squares = 0;
    for (let m = r; m < block.length; m += BLOCK_ROWS) squares += (block[m] ?? NaN) * (block[m] ?? NaN);
    const reciprocal = 1 / Math.sqrt(squares / points);
    for (let m = r; m < block.length; m += BLOCK_ROWS) block[m] = (block[m] ?? NaN) * reciprocal;
  }
}
