import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import { type DrawRange, drawRange } from '../../src/sweep/draw-cell.js';
import type { SweepPlan } from '../schemas/sweep.js';
import type { Outcomes } from './outcomes.js';
import { type Chunk, rangeOf } from './plan.js';
import type { Runner } from './runner.js';

const WORKER = fileURLToPath(new URL('sweep-thread.js', import.meta.url));

/** Threads of this machine. Which thread makes which chunk cannot be seen in any outcome. */
export class LocalRunner implements Runner {
  private readonly workers: number;
  private readonly here: boolean;
  private pool: Piscina<DrawRange, Outcomes> | undefined;

  /**
   * @param workers threads; as many as the machine has cores unless given
   * @param where one worker stays in this thread, unless it has to stay free
   */
  constructor(workers: number = availableParallelism(), where: 'threads' | 'here for one' = 'here for one') {
    const compiled = existsSync(WORKER); // not compiled: run by the tests, from the sources
    this.workers = compiled ? workers : 1;
    this.here = !compiled || (workers === 1 && where === 'here for one');
  }

  async run(
    plan: SweepPlan,
    chunks: Iterable<Chunk>,
    keep: (chunk: Chunk, outcomes: Outcomes) => Promise<void>,
  ): Promise<void> {
    const left = chunks[Symbol.iterator]();
    const worker = async (): Promise<void> => {
      for (let next = left.next(); next.done !== true; next = left.next()) {
        await keep(next.value, await this.make(rangeOf(plan, next.value)));
      }
    };
    await Promise.all(Array.from({ length: this.workers }, worker));
  }

  /** Makes draws. */
  async make(range: DrawRange): Promise<Outcomes> {
    if (this.here) return drawRange(range);
    this.pool ??= new Piscina({ filename: WORKER, minThreads: this.workers, maxThreads: this.workers });
    return this.pool.run(range);
  }

  async close(): Promise<void> {
    await this.pool?.destroy();
  }
}
