import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Piscina } from 'piscina';
import type { Hands } from './hands.js';
import type { Job, Jobs, Kind } from './job.js';
import { resultOf } from './job-schemas.js';
import { makeJob } from './make-job.js';
import type { Given } from './job-thread.js';
import { beat, type Pulse } from '../patience/pulse.js';

const THREAD = fileURLToPath(new URL('job-thread.js', import.meta.url));

/** Threads of this machine, which start with the first job. */
export class Threads implements Hands {
  readonly here: boolean;
  readonly window: number;
  private pool: Promise<Pool> | undefined;

  /**
   * @param workers threads; as many as the machine has cores unless given
   * @param where one worker stays in this thread, unless that has to stay free
   * @param pulse where they give signs of life, if somebody watches
   */
  constructor(
    workers: number = availableParallelism(),
    where: 'threads' | 'here for one' = 'here for one',
    private readonly pulse?: Pulse,
  ) {
    const compiled = existsSync(THREAD); // not compiled: run by the tests, from the sources
    this.window = compiled ? workers : 1;
    this.here = !compiled || (workers === 1 && where === 'here for one');
  }

  get cold(): boolean {
    return this.pool === undefined;
  }

  lanes(): Promise<number> {
    return Promise.resolve(this.window);
  }

  /**
   * Makes a job. Fails as its code fails.
   * @param pulse where it gives signs of life
   * @param ended ends the thread that has it in hand
   */
  async make<K extends Kind>(job: Job<K>, pulse = this.pulse, ended?: AbortSignal): Promise<Jobs[K]['result']> {
    if (this.here) return makeJob(job, pulse === undefined ? undefined : () => beat(pulse));
    this.pool ??= started(this.window);
    const given: Given<K> = { job, pulse };
    const { threads, lost } = await this.pool;
    return resultOf(job.kind, await Promise.race([threads.run(given, { signal: ended ?? null }), lost]));
  }

  async close(): Promise<void> {
    await (await this.pool)?.threads.destroy();
  }
}

interface Pool {
  readonly threads: Piscina<unknown, unknown>;
  /** Rejects when a thread dies that had no job, of which no promise would hear. */
  readonly lost: Promise<never>;
}

/** Loads the pool where threads are wanted: one that starts fast does without. */
async function started(count: number): Promise<Pool> {
  const { Piscina } = await import('piscina');
  const threads = new Piscina<unknown, unknown>({ filename: THREAD, minThreads: count, maxThreads: count });
  const lost = new Promise<never>((_, reject) => threads.on('error', reject));
  lost.catch(() => undefined); // heard by whoever waits for a job
  return { threads, lost };
}
