import type { Job } from './contender.js';
import { roofLoop } from './roof.js';
import runChain from './run-chain.js';

/** What a worker of the benchmark is given: a chain, or so many turns of the roof loop. */
export type WorkerTask = Job | { readonly turns: number };

const roof = roofLoop();

/** One task in a worker thread. */
export default function workerTask(task: WorkerTask): void {
  if ('turns' in task) roof(task.turns);
  else runChain(task);
}
