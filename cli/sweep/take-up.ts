import { join } from 'node:path';
import type { Grid } from '../../src/sweep/grid.js';
import { BadInput } from '../bad-input.js';
import { quoted } from '../options.js';
import type { SweepPlan } from '../schemas/sweep.js';
import { CODE, planDigest } from './plan.js';
import { SweepStore, storedPlan } from './store.js';

/** What a user asks of a sweep; what is undefined was not asked. */
export interface Asked extends Partial<Omit<SweepPlan, 'code' | 'grid'>> {
  readonly grid?: Grid;
  readonly store?: string;
  readonly resume?: boolean;
}

/** What a sweep is when nobody says. */
export const USUAL = {
  draws: 64,
  allocation: 'adaptive',
  measures: ['odd-event'],
  level: 0.05,
  seed: '1',
} as const satisfies Partial<SweepPlan>;

/** The folder and the store of a sweep: a new one, or with --resume the one that is there. @throws BadInput, one line */
export async function takeUp(asked: Asked): Promise<{ readonly folder: string; readonly store: SweepStore }> {
  const { store, resume = false, grid, ...rest } = asked;
  if (grid === undefined) {
    if (!resume || store === undefined) {
      throw new BadInput(
        "--grid: needs the axes of the map; came none. Write --grid 'points=7..64 width=64,256', or --resume --store FOLDER.",
      );
    }
    const kept = await storedPlan(store);
    if (kept === undefined) throw nothingThere(store);
    requireSame(kept, { ...kept, ...rest }, store);
    return { folder: store, store: await SweepStore.open(store, requireCode(kept, store)) };
  }
  const plan: SweepPlan = { ...USUAL, ...rest, grid, code: CODE };
  const folder = store ?? join('sweeps', planDigest(plan));
  const kept = await storedPlan(folder);
  if (kept === undefined && resume) throw nothingThere(folder);
  if (kept !== undefined) {
    if (!resume) {
      throw new BadInput(
        `--store: needs a folder without a sweep; came ${folder}, which holds one. Add --resume to go on with it, or choose another folder.`,
      );
    }
    requireSame(kept, { ...plan, code: kept.code }, folder);
    requireCode(kept, folder);
  }
  return { folder, store: await SweepStore.open(folder, plan) };
}

function nothingThere(folder: string): BadInput {
  return new BadInput(
    `--resume: needs a folder with a sweep; came ${folder}, which holds none. Leave --resume out to begin.`,
  );
}

function requireSame(kept: SweepPlan, wanted: SweepPlan, folder: string): void {
  for (const key of ['grid', 'draws', 'allocation', 'measures', 'level', 'seed'] as const) {
    const [was, is] = [JSON.stringify(kept[key]), JSON.stringify(wanted[key])];
    if (was === is) continue;
    throw new BadInput(
      `--resume: needs the sweep that ${folder} holds, with ${key} ${quoted(was)}; came ${quoted(is)}. Leave the option out, or begin another with --store.`,
    );
  }
}

/** Draws of two programs are not mixed. */
function requireCode(kept: SweepPlan, folder: string): SweepPlan {
  if (kept.code === CODE) return kept;
  throw new BadInput(
    `--resume: needs draws of this program (${CODE}); came ${folder} with those of another (${kept.code}). Go on with that program, or begin again.`,
  );
}
