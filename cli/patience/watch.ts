import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Command } from 'commander';
import { EXIT } from '../exit-codes.js';
import { wholeNumber } from '../options.js';
import { beat, beats, givenUp, newPulse, type Pulse } from './pulse.js';
import { lineOfSilence } from './silence.js';
import type { Watched } from './watch-thread.js';

/** Seconds: a hundred times the longest evaluation of the suite. */
const PATIENCE = 600;

const THREAD = fileURLToPath(new URL('watch-thread.js', import.meta.url));

/** How long an evaluation may take, as a user says it. */
export interface PatienceOptions {
  readonly patience: number;
}

/** The option that says how long to wait for one evaluation, and what happens then. */
export function offerPatience(command: Command, then = 'the run ends with a line. Changes no verdict'): Command {
  return command.option(
    '--patience <s>',
    `seconds in which at least one evaluation must come back, or ${then}`,
    wholeNumber('--patience', 'seconds', 1, 86_400, PATIENCE),
    PATIENCE,
  );
}

/**
 * Ends this process with a line when no evaluation has come back for too long, here or in a thread that shares the pulse: the code
 * of a claim may loop for ever, and budgets count evaluations. One that comes back is judged as if nobody had watched.
 */
export class Watch {
  /** For threads that evaluate for this process. */
  readonly pulse: Pulse = newPulse();
  private what: string;
  private before = 0;
  private said = false;

  /** @param what is done first */
  constructor(
    private readonly seconds: number,
    what: string,
  ) {
    this.what = what;
    if (!existsSync(THREAD)) return; // not compiled: run by the tests, from the sources
    const workerData: Watched = { pulse: this.pulse, seconds };
    const thread = new Worker(THREAD, { workerData });
    thread.once('message', () => {
      this.say();
      // First the thread, which may hold this one by its debugger.
      void thread.terminate().then(() => process.exit(EXIT.internal));
    });
    thread.unref(); // it ends with the process; last, because to listen is to wait for it
    // Taken out of its loop, and with nothing else to do, the process ends before it hears of it.
    process.once('exit', () => {
      if (!givenUp(this.pulse)) return;
      if (!this.said) this.say();
      process.exitCode = EXIT.internal;
    });
  }

  /** Says what is evaluated from now on. */
  readonly at = (what: string): void => {
    this.beat();
    this.what = what;
    this.before = beats(this.pulse);
  };

  /** Says that an evaluation has come back. */
  readonly beat = (): void => beat(this.pulse);

  private say(): void {
    this.said = true;
    const count = beats(this.pulse) - this.before;
    const newLine = process.stderr.isTTY ? '\n' : ''; // below the live line
    process.stderr.write(`${newLine}internal error: ${lineOfSilence(this.what, this.seconds, count)}\n`);
  }
}
