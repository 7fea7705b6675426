import { createHash } from 'node:crypto';
import { kernelDigest } from '../../src/chain/kernel.generated.js';
import { chunkSize } from '../../src/sweep/allocate.js';
import { DRAW_VERSION, type DrawRange } from '../../src/sweep/draw-cell.js';
import { cellAt } from '../../src/sweep/grid.js';
import { canonicalJson } from '../canonical-json.js';
import type { SweepPlan } from '../schemas/sweep.js';

/** What makes the draws of this program: two programs of one code make the same. */
export const CODE = `draws ${DRAW_VERSION}, kernel ${kernelDigest.slice(0, 12)}`;

/** Names a plan: two plans have one digest only if they are equal. */
export function planDigest(plan: SweepPlan): string {
  return createHash('sha256').update(canonicalJson(plan)).digest('hex').slice(0, 16);
}

/** Draws of one cell that are made, stored and lost together. */
export interface Chunk {
  readonly cell: number;
  /** From 0. */
  readonly chunk: number;
}

/** The draws of a chunk, with all that a worker has to know to make them. */
export function rangeOf(plan: SweepPlan, { cell, chunk }: Chunk): DrawRange {
  const size = chunkSize(plan);
  const { seed, measures, grid } = plan;
  return { seed, configuration: cellAt(grid, cell), measures, from: chunk * size, to: (chunk + 1) * size };
}
