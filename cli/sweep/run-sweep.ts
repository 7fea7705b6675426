import { chunkSize, nextRound } from '../../src/sweep/allocate.js';
import { cellAt, cellCount } from '../../src/sweep/grid.js';
import { type Estimate, estimateOf, type Measure, relativeWidth } from '../../src/sweep/measures.js';
import type { SweepPlan, SweepRow } from '../schemas/sweep.js';
import type { Chunk } from './plan.js';
import type { Runner } from './runner.js';
import type { SweepStore } from './store.js';

/** How far a sweep is, in multiplications. The whole is a guess until the last round is planned. */
export type Progress = (done: number, total: number) => void;

/**
 * Makes the draws that the store lacks, round by round, and returns how many chunks each cell has.
 *
 * A round is planned from the outcomes of the rounds before it, all of them and nothing else: so neither the order of the chunks,
 * nor who made them, nor an interruption can be seen in the result.
 */
export async function runSweep(store: SweepStore, runner: Runner, onProgress?: Progress): Promise<Int32Array> {
  const { plan } = store;
  const cells = cellCount(plan.grid);
  const chunks = new Int32Array(cells);
  const widths = new Float64Array(cells).fill(1);
  const costs = Float64Array.from({ length: cells }, (_, cell) => costOf(plan, cell));
  const whole = costs.reduce((sum, cost) => sum + cost, 0) * Math.ceil(plan.draws / chunkSize(plan));
  let done = 0;
  for (let extra = nextRound(plan, chunks, widths); extra; extra = nextRound(plan, chunks, widths)) {
    const planned = chunksOf(chunks, extra);
    const missing = planned.filter((chunk) => !store.has(chunk));
    const costOfAll = planned.reduce((sum, { cell }) => sum + (costs[cell] ?? 0), 0);
    const costOfMissing = missing.reduce((sum, { cell }) => sum + (costs[cell] ?? 0), 0);
    done += costOfAll - costOfMissing;
    onProgress?.(done, Math.max(whole, done));
    // The dearest first, so that no worker is left with one at the end.
    missing.sort((a, b) => (costs[b.cell] ?? 0) - (costs[a.cell] ?? 0));
    await runner(plan, missing, async (chunk, outcomes) => {
      const twice = store.has(chunk);
      await store.put(chunk, outcomes);
      if (!twice) onProgress?.((done += costs[chunk.cell] ?? 0), Math.max(whole, done));
    });
    for (const [cell, count] of extra.entries()) {
      if (count === 0) continue;
      chunks[cell] = (chunks[cell] ?? 0) + count;
      const found = await estimatesOf(store, cell, chunks[cell] ?? 0);
      widths[cell] = found.reduce((w, { relative }) => Math.max(w, relative), 0);
    }
  }
  return chunks;
}

/** Every row of the table, cell by cell. */
export async function* sweepRows(store: SweepStore, chunks: Int32Array): AsyncGenerator<SweepRow, void, undefined> {
  const { plan } = store;
  const { level } = plan;
  const real = (x: number): number | null => (Number.isFinite(x) ? x : null);
  for (const [cell, count] of chunks.entries()) {
    const configuration = cellAt(plan.grid, cell);
    for (const { measure, estimate, lower, upper } of await estimatesOf(store, cell, count)) {
      const draws = count * chunkSize(plan);
      yield {
        ...configuration,
        measure,
        draws,
        estimate: real(estimate),
        lower: real(lower),
        upper: real(upper),
        level,
      };
    }
  }
}

interface CellEstimate extends Estimate {
  readonly measure: Measure;
  readonly relative: number;
}

/** The estimates of a cell from its first chunks. */
async function estimatesOf(store: SweepStore, cell: number, chunks: number): Promise<readonly CellEstimate[]> {
  const { grid, measures, level } = store.plan;
  const outcomes = await store.outcomes(cell, chunks);
  const configuration = cellAt(grid, cell);
  return measures.map((measure, i) => {
    const values = outcomes.map((draw) => draw[i] ?? NaN);
    const estimate = estimateOf(measure, configuration, values, level);
    return { measure, ...estimate, relative: relativeWidth(measure, configuration, estimate) };
  });
}

/** The next chunks of each cell. */
function chunksOf(chunks: Int32Array, extra: Int32Array): Chunk[] {
  return Array.from(extra).flatMap((count, cell) =>
    Array.from({ length: count }, (_, i) => ({ cell, chunk: (chunks[cell] ?? 0) + i })),
  );
}

/** Multiplications of a chunk: depth layers of width rows, each n^2. */
function costOf(plan: SweepPlan, cell: number): number {
  const { points, width, depth, weights } = cellAt(plan.grid, cell);
  return depth * width * points * (weights === 'gaussian' ? points : width);
}
