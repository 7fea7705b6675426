import type { Job, Jobs, Kind } from './job.js';

/** Those who make jobs: threads of this machine, or whoever listens to a queue. */
export interface Hands {
  /** True when a job would be made in this thread, so that there is nothing to gain from making one. */
  readonly here: boolean;
  /** True when the first job costs a start. */
  readonly cold: boolean;
  /** Jobs that can be waiting for them at once. */
  readonly window: number;
  /** Jobs that they make at once, as far as is known now. At least 1. */
  readonly lanes: () => Promise<number>;
  /** Makes a job. Fails as its code fails. */
  readonly make: <K extends Kind>(job: Job<K>) => Promise<Jobs[K]['result']>;
  /** Ends what was started, so that the process can end. */
  readonly close: () => Promise<void>;
}
