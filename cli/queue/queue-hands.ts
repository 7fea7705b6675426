import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Job as Delivered, JobsOptions, Queue } from 'bullmq';
import { BadInput } from '../bad-input.js';
import { readExact, writeExact } from '../jobs/exact-json.js';
import type { Hands } from '../jobs/hands.js';
import type { Job, Jobs, Kind } from '../jobs/job.js';
import { resultOf } from '../jobs/job-schemas.js';
import { askingName, queueOf } from './clients.js';
import { connectTo, PREFIX, withoutPassword } from './connection.js';
import { programName } from './program.js';
import { within } from './within.js';

/** Completed jobs that are fetched at once. */
const BATCH = 500;
/** Milliseconds between looks when nothing is there: at first, and at last. */
const [SHORTEST, LONGEST] = [2, 50];
/** Milliseconds without a result after which all jobs that are out are added again, which adds only those that Redis lost. */
const PATIENCE = 5000;

/** A job that fails is tried again elsewhere. What is done stays until it is fetched, or for a week when nobody comes for it. */
const OPTIONS: JobsOptions = {
  attempts: 3,
  backoff: { type: 'exponential', delay: 500 },
  removeOnComplete: { age: 7 * 24 * 3600 },
  removeOnFail: { age: 7 * 24 * 3600 },
};

/** Where Redis is, and whether this process has given it up. */
interface Server {
  readonly address: string;
  gone: boolean;
}

/** A job whose result somebody waits for. */
interface Out {
  readonly kind: Kind;
  readonly text: string;
  readonly keep: (value: unknown) => void;
  readonly fail: (error: unknown) => void;
}

/**
 * The workers that listen to a queue, on this machine or others.
 *
 * Redis carries jobs and results and keeps nothing. A job is named by what it is, so that one which is added twice is one job, and
 * what Redis forgets is added again. So any of them may be killed at any time.
 */
export class QueueHands implements Hands {
  readonly here = false;
  readonly cold = false;
  /** Enough for 500 threads that make four jobs a second, little for Redis. */
  readonly window = 2000;
  private readonly out = new Map<string, Out>();
  private fresh: string[] = [];
  private looking = false;

  private constructor(
    private readonly queue: Queue<unknown, unknown>,
    private readonly server: Server,
    private readonly timeout: number,
    private readonly lives: () => void,
  ) {}

  /**
   * @param timeout seconds for which Redis may be away
   * @param lives told, as long as work is out, that somebody waits for it: how long, is for who has it in hand to say
   * @throws BadInput when no server answers, or only workers listen there that are another program
   */
  static async connect(address: string, timeout: number, lives = (): void => undefined): Promise<QueueHands> {
    const { Queue, connection, present } = await connectTo(address);
    const program = programName();
    const others = present.filter((client) => client.threads > 0 && client.program !== program);
    if (others.length > 0 && others.length === present.filter(({ threads }) => threads > 0).length) {
      const [{ program: other } = { program: '' }] = others;
      throw new BadInput(
        `--queue: needs workers of this program, ${program}; came only ${others.length} of another, ${other}. Bring both to the same commit, and start bnd worker again.`,
      );
    }
    const server: Server = { address, gone: false };
    const named = {
      ...connection,
      connectionName: askingName(program),
      // A connection that was never ready cannot be closed, and would be tried for ever.
      retryStrategy: (times: number): number | null => (server.gone ? null : connection.retryStrategy(times)),
    };
    const queue = new Queue<unknown, unknown>(queueOf(program), { connection: named, prefix: PREFIX });
    queue.on('error', () => undefined); // a lost connection: commands wait until it is back
    const hands = new QueueHands(queue, server, timeout, lives);
    try {
      await hands.answered(queue.waitUntilReady());
      return hands;
    } catch (error) {
      await hands.close();
      throw error;
    }
  }

  /** Two for each thread that listens, so that none waits for the way of its next. */
  async lanes(): Promise<number> {
    const workers = await this.answered(this.queue.getWorkers());
    return Math.max(1, 2 * workers.reduce((sum, { rawname = '' }) => sum + Number(rawname.split(':').at(-1)), 0));
  }

  make<K extends Kind>({ kind, task }: Job<K>): Promise<Jobs[K]['result']> {
    const text = writeExact(task);
    const id = `${kind}-${createHash('sha256').update(text).digest('hex').slice(0, 32)}`;
    return new Promise((resolve, reject) => {
      const before = this.out.get(id);
      const keep = (value: unknown): void => {
        before?.keep(value);
        try {
          resolve(resultOf(kind, value));
        } catch (error) {
          reject(new Error(`a worker answered something else to ${id}: ${String(error)}`, { cause: error }));
        }
      };
      const fail = (error: unknown): void => {
        before?.fail(error);
        reject(error instanceof Error ? error : new Error(String(error)));
      };
      this.out.set(id, { kind, text, keep, fail });
      if (before === undefined) this.fresh.push(id);
      if (!this.looking) void this.look();
    });
  }

  async close(): Promise<void> {
    if (!this.server.gone) return this.queue.close();
    this.queue.disconnect().catch(() => undefined); // which nobody confirms
  }

  /** Adds what is asked for and hands over what is done, as long as somebody waits. */
  private async look(): Promise<void> {
    this.looking = true;
    try {
      let [pause, idle] = [SHORTEST, 0];
      while (this.out.size > 0) {
        this.lives();
        await this.add(this.fresh.splice(0));
        const done = await this.ended('completed', BATCH);
        for (const job of done) await this.handOver(job);
        if (done.length > 0) [pause, idle] = [SHORTEST, 0];
        else {
          await this.refuseFailed();
          await wait(pause);
          idle += pause;
          pause = Math.min(2 * pause, LONGEST);
        }
        if (idle < PATIENCE) continue;
        idle = 0;
        await this.add([...this.out.keys()]);
        await this.sayWhenAlone();
      }
    } catch (error) {
      const waiting = [...this.out.values()];
      this.out.clear();
      for (const { fail } of waiting) fail(error);
    } finally {
      this.looking = false;
    }
  }

  private async add(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    const jobs = ids.flatMap((id) => {
      const { kind, text } = this.out.get(id) ?? {};
      return kind === undefined ? [] : [{ name: kind, data: text, opts: { ...OPTIONS, jobId: id } }];
    });
    await this.answered(this.queue.addBulk(jobs));
  }

  /** Some of the jobs that are out and have ended so. Others may have theirs in the same queue. */
  private async ended(how: 'completed' | 'failed', most: number): Promise<readonly Delivered[]> {
    const ids = await this.answered(this.queue.getRanges([how], 0, -1, true));
    const mine = ids.filter((id) => this.out.has(id)).slice(0, most);
    const jobs = await this.answered(Promise.all(mine.map((id) => this.queue.getJob(id))));
    return jobs.filter((job) => job !== undefined);
  }

  private async handOver(job: Delivered<unknown, unknown>): Promise<void> {
    const id = job.id ?? '';
    const waiting = this.out.get(id);
    this.out.delete(id);
    waiting?.keep(typeof job.returnvalue === 'string' ? readExact(job.returnvalue) : job.returnvalue);
    await this.answered(job.remove().catch(() => undefined)); // gone already: another that asked for it, or a restart
  }

  /** A job that failed at every attempt ends the run. It is taken out, so that another run tries again. */
  private async refuseFailed(): Promise<void> {
    const [failed] = await this.ended('failed', 1);
    if (failed === undefined) return;
    await this.answered(failed.remove());
    throw new Error(`a worker could not make ${failed.id ?? ''}: ${failed.failedReason}`);
  }

  private async sayWhenAlone(): Promise<void> {
    if ((await this.answered(this.queue.getWorkersCount())) > 0) return;
    process.stderr.write(`No worker listens: start bnd worker --queue ${withoutPassword(this.server.address)}\n`);
  }

  /** What Redis answers. @throws BadInput when it stays away */
  private answered<T>(asked: Promise<T>): Promise<T> {
    return within(1000 * this.timeout, asked, () => {
      this.server.gone = true;
      return new BadInput(
        `--queue: needs a Redis server that answers; came none at ${withoutPassword(this.server.address)} for ${this.timeout} seconds. Start it again, or give it longer with --queue-timeout.`,
      );
    });
  }
}
