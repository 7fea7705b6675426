import type { Job } from 'bullmq';
import { LocalRunner } from '../sweep/local-runner.js';
import { writeOutcomes } from '../sweep/outcomes.js';
import { connectTo, PREFIX, QUEUE } from './connection.js';
import { drawJob } from './draw-job.js';

/** How a worker works. */
export interface Work {
  readonly queue: string;
  /** Threads, and jobs at once. */
  readonly workers: number;
  /** Seconds without a sign of life after which its jobs go to another worker. */
  readonly stalledAfter: number;
}

/** A worker may be lost that often with the same job in its hands: machines go, and the job is not to blame. */
const LOSSES = 20;

/** Takes jobs from a queue until it is told to stop, and then ends those in its hands. @throws BadInput when no server answers */
export async function work({ queue, workers, stalledAfter }: Work, untilStopped: () => Promise<void>): Promise<void> {
  const { Worker, connection } = await connectTo(queue);
  // In threads, always: this one has to tell the queue that its jobs are alive.
  const threads = new LocalRunner(workers, 'threads');
  const worker = new Worker<unknown, string>(
    QUEUE,
    async ({ data }: Job<unknown, string>) => writeOutcomes(await threads.make(drawJob.parse(data))),
    {
      connection,
      prefix: PREFIX,
      concurrency: workers,
      lockDuration: 1000 * stalledAfter,
      stalledInterval: 1000 * stalledAfter,
      maxStalledCount: LOSSES,
    },
  );
  worker.on('error', () => undefined); // a lost connection: it comes back by itself
  try {
    await worker.waitUntilReady();
    await untilStopped();
    await worker.close();
  } finally {
    await threads.close();
  }
}
