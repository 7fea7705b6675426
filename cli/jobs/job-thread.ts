import { beat, type Pulse } from '../patience/pulse.js';
import type { Job, Jobs, Kind } from './job.js';
import { makeJob } from './make-job.js';

/** What a thread is given: a job, and where to give signs of life. */
export interface Given<K extends Kind = Kind> {
  readonly job: Job<K>;
  readonly pulse: Pulse | undefined;
}

/** What a thread runs. */
export default async function jobThread<K extends Kind>({ job, pulse }: Given<K>): Promise<Jobs[K]['result']> {
  return makeJob(job, pulse === undefined ? undefined : () => beat(pulse));
}
