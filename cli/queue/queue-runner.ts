import { setTimeout as wait } from 'node:timers/promises';
import type { Job, JobsOptions, Queue } from 'bullmq';
import type { SweepPlan } from '../schemas/sweep.js';
import { type Outcomes, readOutcomes } from '../sweep/outcomes.js';
import { type Chunk, planDigest } from '../sweep/plan.js';
import type { Runner } from '../sweep/runner.js';
import { connectTo, PREFIX, QUEUE, withoutPassword } from './connection.js';
import { jobOf } from './draw-job.js';

/** Jobs in the queue at once: enough for 500 threads that take a chunk a second, little for Redis. */
const WINDOW = 2000;
/** Completed jobs that are fetched at once. */
const BATCH = 500;
/** Milliseconds between looks when nothing is there. */
const PAUSE = 50;
/** Looks without a result after which all jobs that are out are added again, which adds only those that Redis lost. */
const PATIENCE = 100;

/** A job that fails is tried again elsewhere. What is done stays until it is fetched, or for a week when nobody comes for it. */
const OPTIONS: JobsOptions = {
  attempts: 3,
  backoff: { type: 'exponential', delay: 500 },
  removeOnComplete: { age: 7 * 24 * 3600 },
  removeOnFail: { age: 7 * 24 * 3600 },
};

/**
 * Chunks made by the workers that listen to a queue, on this machine or others.
 *
 * Redis carries jobs and results and keeps nothing: the store of the coordinator does. A job that comes twice is one job, a result that
 * comes twice is compared with the first, and what Redis forgets is added again. So any of them may be killed at any time.
 */
export class QueueRunner implements Runner {
  private constructor(
    private readonly queue: Queue<unknown, unknown>,
    private readonly address: string,
  ) {}

  /** @throws BadInput when no server answers */
  static async connect(address: string): Promise<QueueRunner> {
    const { Queue, connection } = await connectTo(address);
    const queue = new Queue<unknown, unknown>(QUEUE, { connection, prefix: PREFIX });
    queue.on('error', () => undefined); // a lost connection: commands wait until it is back
    return new QueueRunner(queue, address);
  }

  async run(
    plan: SweepPlan,
    chunks: Iterable<Chunk>,
    keep: (chunk: Chunk, outcomes: Outcomes) => Promise<void>,
  ): Promise<void> {
    const digest = planDigest(plan);
    const left = chunks[Symbol.iterator]();
    const out = new Map<string, Chunk>();
    const add = async (some: readonly Chunk[]): Promise<void> => {
      const jobs = some.map((chunk) => jobOf(plan, digest, chunk));
      await this.queue.addBulk(jobs.map(({ id, data }) => ({ name: 'draws', data, opts: { ...OPTIONS, jobId: id } })));
    };
    let idle = 0;
    for (;;) {
      const fresh = upTo(WINDOW - out.size, left);
      for (const chunk of fresh) out.set(jobOf(plan, digest, chunk).id, chunk);
      if (fresh.length > 0) await add(fresh);
      if (out.size === 0) return;
      const done = await this.ended('completed', out, BATCH);
      for (const job of done) {
        const chunk = out.get(job.id ?? '');
        if (chunk !== undefined) await keep(chunk, readOutcomes(textOf(job), plan.measures));
        out.delete(job.id ?? '');
        await job.remove().catch(() => undefined); // gone already: another coordinator of this sweep, or a restart
      }
      idle = done.length > 0 ? 0 : idle + 1;
      if (idle === 0) continue;
      await this.refuseFailed(out);
      if (idle % PATIENCE === 0) {
        await add([...out.values()]);
        await this.sayWhenAlone();
      }
      await wait(PAUSE);
    }
  }

  async close(): Promise<void> {
    await this.queue.close();
  }

  /** Some of the jobs that are out and have ended so. Other sweeps may have theirs in the same queue. */
  private async ended(how: 'completed' | 'failed', out: ReadonlyMap<string, Chunk>, most: number): Promise<Job[]> {
    const ids = (await this.queue.getRanges([how], 0, -1, true)).filter((id) => out.has(id));
    const jobs = await Promise.all(ids.slice(0, most).map((id) => this.queue.getJob(id)));
    return jobs.filter((job) => job !== undefined);
  }

  /** A job that failed at every attempt ends the sweep. It is taken out, so that --resume tries again. */
  private async refuseFailed(out: ReadonlyMap<string, Chunk>): Promise<void> {
    const [failed] = await this.ended('failed', out, 1);
    if (failed === undefined) return;
    await failed.remove();
    throw new Error(`a worker could not make the draws ${failed.id ?? ''}: ${failed.failedReason}`);
  }

  private async sayWhenAlone(): Promise<void> {
    if ((await this.queue.getWorkersCount()) > 0) return;
    process.stderr.write(`No worker listens: start bnd worker --queue ${withoutPassword(this.address)}\n`);
  }
}

function upTo(count: number, left: Iterator<Chunk>): readonly Chunk[] {
  const taken: Chunk[] = [];
  while (taken.length < count) {
    const next = left.next();
    if (next.done === true) break;
    taken.push(next.value);
  }
  return taken;
}

/** @throws Error when a worker answered something else */
function textOf({ id, returnvalue }: Job<unknown, unknown>): string {
  if (typeof returnvalue === 'string') return returnvalue;
  throw new Error(`a worker answered ${JSON.stringify(returnvalue)} to the draws ${id ?? ''}.`);
}
