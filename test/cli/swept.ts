import { CODE } from '../../cli/sweep/plan.js';
import type { Runner } from '../../cli/sweep/runner.js';
import { runSweep, sweepRows } from '../../cli/sweep/run-sweep.js';
import { SweepStore } from '../../cli/sweep/store.js';
import type { SweepPlan, SweepRow } from '../../cli/schemas/sweep.js';
import { parseGrid } from '../../src/sweep/parse-grid.js';

/** The plan of a sweep of 16 draws over a grid. */
export function planOf(axes: string, depth: number, more: Partial<SweepPlan> = {}): SweepPlan {
  return {
    grid: parseGrid(axes, depth),
    draws: 16,
    allocation: 'adaptive',
    measures: ['far-event', 'hitting-time', 'cluster-cosine'],
    level: 0.05,
    seed: '1',
    code: CODE,
    ...more,
  };
}

/** Makes what a store lacks of a plan, and closes it, whatever happens. Returns the table. */
export async function swept(path: string, plan: SweepPlan, runner: Runner): Promise<readonly SweepRow[]> {
  const store = await SweepStore.open(path, plan);
  try {
    const rows: SweepRow[] = [];
    for await (const row of sweepRows(store, await runSweep(store, runner))) rows.push(row);
    return rows;
  } finally {
    await store.close();
  }
}
