import { spawnSync } from 'node:child_process';
import { setTimeout } from 'node:timers/promises';
import { median } from './median.js';
import { FLOPS, roofLoop } from './roof.js';
import { cpuSeconds } from './seconds.js';

/** Turns of the roof loop in a probe: about a millisecond. */
const TURNS = 1e6;
/** Probes of which the middle one counts: one interrupt does not make a core look shared. */
const PROBES = 3;
/** Below this share of the best that was ever seen, somebody else has a part of the core: half of it leaves 0.5 to 0.7. */
const WHOLE = 0.85;
/** Milliseconds that a round of a benchmark waits for a whole core. */
export const PATIENCE = 3000;
/** Milliseconds between two looks while waiting. */
const PAUSE = 25;

/** Whether this process has its core to itself, told by how fast the roof loop goes, in any unit. */
export interface Core {
  readonly isWhole: () => boolean;
  /** Waits for a whole core, at most so many milliseconds. */
  readonly whole: (patience: number) => Promise<void>;
}

/**
 * The core under this process, of which a hypervisor may give a part to others.
 *
 * Such a part does not show as load, nor in CPU time taken for nothing: the core is as busy as before, and slower. It slows
 * what is limited by arithmetic more than what waits for memory, so ratios of the two depend on it.
 *
 * @param speed of a probe; another one in tests
 */
export function core(speed: () => number = roofSpeed()): Core {
  let best = speed();
  const isWhole = (): boolean => {
    const now = median(Array.from({ length: PROBES }, speed));
    best = Math.max(best, now);
    return now >= WHOLE * best;
  };
  return {
    isWhole,
    whole: async (patience) => {
      for (let waited = 0; waited < patience && !isWhole(); waited += PAUSE) await setTimeout(PAUSE);
    },
  };
}

function roofSpeed(): () => number {
  const roof = roofLoop();
  roof(TURNS);
  return () => (TURNS * FLOPS) / cpuSeconds(() => roof(TURNS));
}

/**
 * Ties this process, and those that it starts from now on, to some cores: `'1'`, `'0-1'`. A ratio of two processes means little
 * when others disturb the core of one of them alone.
 *
 * @returns false where there is no taskset, or where it refuses; nothing is tied then
 */
export function tieTo(cores: string): boolean {
  return spawnSync('taskset', ['-acp', cores, String(process.pid)], { stdio: 'ignore' }).status === 0;
}
