import type { Job, Worker } from 'bullmq';
import { BadInput } from '../bad-input.js';
import { readExact, writeExact } from '../jobs/exact-json.js';
import type { Job as OneJob } from '../jobs/job.js';
import { jobOf } from '../jobs/job-schemas.js';
import { Threads } from '../jobs/threads.js';
import { patiently, Silent } from '../patience/patient.js';
import { queueOf } from './clients.js';
import { connectTo, PREFIX, withoutPassword } from './connection.js';
import { programName } from './program.js';

/** How a worker works. */
export interface Work {
  readonly queue: string;
  /** Threads, and jobs at once. */
  readonly workers: number;
  /** Seconds without a sign of life after which its jobs go to another worker. */
  readonly stalledAfter: number;
  /** Seconds without an evaluation that comes back after which a job is given up. */
  readonly patience: number;
}

/** A worker may be lost that often with the same job in its hands: machines go, and the job is not to blame. */
const LOSSES = 20;

/**
 * Takes jobs of every kind from a queue until it is told to stop, and then ends those in its hands.
 * @throws BadInput when no server answers, or those who ask for work there are another program
 */
export async function work(
  { queue, workers, stalledAfter, patience }: Work,
  untilStopped: () => Promise<void>,
): Promise<void> {
  const { Worker, UnrecoverableError, connection, present } = await connectTo(queue);
  const program = programName();
  const asking = present.filter(({ threads }) => threads === 0);
  const [first] = asking;
  if (first !== undefined && !asking.some((client) => client.program === program)) {
    throw new BadInput(
      `--queue: needs a worker of the program that waits there, ${first.program}; came ${program}. Bring both to the same commit, and start bnd worker again.`,
    );
  }
  // In threads, always: this one has to tell the queue that its jobs are alive.
  const threads = new Threads(workers, 'threads');
  const worker = new Worker<unknown, string>(
    queueOf(program),
    async ({ name, data }: Job<unknown, string>) => {
      try {
        return writeExact(await made(threads, jobOf(name, readExact(String(data))), patience));
      } catch (error) {
        throw error instanceof Silent ? new UnrecoverableError(error.message) : error;
      }
    },
    {
      connection,
      prefix: PREFIX,
      name: String(workers),
      concurrency: workers,
      lockDuration: 1000 * stalledAfter,
      stalledInterval: 1000 * stalledAfter,
      maxStalledCount: LOSSES,
    },
  );
  sayWhenAway(worker, queue);
  try {
    await worker.waitUntilReady();
    await untilStopped();
    await worker.close();
  } finally {
    await threads.close();
  }
}

/** Draws of a sweep take as long as they take; of the rest each evaluation must end, and a loop would only hold the next worker too. */
function made(threads: Threads, job: OneJob, patience: number): Promise<unknown> {
  if (job.kind === 'range') return threads.make(job);
  const { claim } = job.task;
  return patiently(claim, patience, (pulse, ended) => threads.make(job, pulse, ended));
}

/** One line when the server goes, and one when it is back: a worker waits for it as long as it takes. */
function sayWhenAway(worker: Worker<unknown, string>, queue: string): void {
  let away = false;
  const say = (now: boolean, line: string): void => {
    if (away !== now && !worker.closing) process.stderr.write(`Redis at ${withoutPassword(queue)} ${line}\n`);
    away = now;
  };
  worker.on('error', () => undefined); // what it tries again by itself
  worker.on('ioredis:close', () => say(true, 'is away; waiting for it.'));
  worker.on('ready', () => say(false, 'is back.'));
}
