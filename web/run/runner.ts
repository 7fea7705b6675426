import type { RunReply, RunRequest } from './messages.js';
import type { RunConfig } from './run-config.js';
// Within the script of the page: a worker of its own file cannot start where the page comes from the file system.
import RunWorker from './worker.ts?worker&inline';

/** Whoever wants to know how a run goes on. */
export type Listener = (reply: RunReply) => void;

/** One worker that does one run at a time: a new one puts an end to the one before. */
export class Runner {
  readonly #worker = new RunWorker();
  #id = 0;

  constructor(listener: Listener) {
    this.#worker.addEventListener('message', ({ data }: MessageEvent<RunReply>) => {
      if (data.id === this.#id) listener(data);
    });
    this.#worker.addEventListener('error', ({ message }) =>
      listener({ id: this.#id, kind: 'failed', message: `the worker ended: ${message}` }),
    );
  }

  start(config: RunConfig): void {
    this.#id += 1;
    const request: RunRequest = { id: this.#id, config };
    this.#worker.postMessage(request);
  }
}
