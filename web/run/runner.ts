import type { RunReply, RunRequest } from './messages.js';
import type { RunConfig } from './run-config.js';

/** Whoever wants to know how a run goes on. */
export type Listener = (reply: RunReply) => void;

/** One worker that does one run at a time: a new one puts an end to the one before. */
export class Runner {
  readonly #worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
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
