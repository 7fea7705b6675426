import type { Job } from './contender.js';
import runChain from './run-chain.js';

/** What a worker of the benchmark is given: a chain, or a loop of so many turns. */
export type WorkerTask = Job | { readonly turns: number };

/** One task in a worker thread. */
export default function workerTask(task: WorkerTask): void {
  if ('turns' in task) spin(task.turns);
  else runChain(task);
}

/** A loop in registers: no memory, no kernel. What two threads of it gain over one is all that the machine has to give. */
function spin(turns: number): void {
  let x = 1;
  for (let i = 0; i < turns; i++) x = (Math.imul(x, 1664525) + 1013904223) | 0;
  if (x === turns) throw new Error('bench: the loop is there for its time alone.'); // so that it is not dead code
}
