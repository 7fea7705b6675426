import type { Hands } from '../jobs/hands.js';
import type { SweepPlan } from '../schemas/sweep.js';
import type { Outcomes } from './outcomes.js';
import { type Chunk, rangeOf } from './plan.js';

/**
 * Makes every chunk and hands over its outcomes, in any order, perhaps more than once.
 * @param keep is waited for, so that no more than a few chunks are made and not kept
 */
export type Runner = (
  plan: SweepPlan,
  chunks: Iterable<Chunk>,
  keep: (chunk: Chunk, outcomes: Outcomes) => Promise<void>,
) => Promise<void>;

/** A runner that leaves the work to others. Which of them makes which chunk cannot be seen in any outcome. */
export function runnerOn(hands: Hands): Runner {
  return async (plan, chunks, keep) => {
    const left = chunks[Symbol.iterator]();
    const lane = async (): Promise<void> => {
      for (let next = left.next(); next.done !== true; next = left.next())
        await keep(next.value, await hands.make({ kind: 'range', task: rangeOf(plan, next.value) }));
    };
    await Promise.all(Array.from({ length: hands.window }, lane));
  };
}
