import type { SweepPlan } from '../schemas/sweep.js';
import type { Outcomes } from './outcomes.js';
import type { Chunk } from './plan.js';

/** Makes chunks somewhere: in threads of this machine, or wherever workers listen to a queue. */
export interface Runner {
  /**
   * Makes every chunk and hands over its outcomes, in any order, perhaps more than once.
   * @param keep is waited for, so that no more than a few chunks are made and not kept
   */
  run(
    plan: SweepPlan,
    chunks: Iterable<Chunk>,
    keep: (chunk: Chunk, outcomes: Outcomes) => Promise<void>,
  ): Promise<void>;
  /** Ends what it started, so that the process can end. */
  close(): Promise<void>;
}
