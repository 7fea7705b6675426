import { Session } from 'node:inspector';
import { parentPort, workerData } from 'node:worker_threads';
import { giveUp, type Pulse } from './pulse.js';
import { onSilence } from './silence.js';

/** What the thread is told when it starts. */
export interface Watched {
  readonly pulse: Pulse;
  readonly seconds: number;
}

/** Milliseconds in which the main thread has to hear what it is told, if it is awake. */
const AWAKE = 500;

/** Looks at a pulse, and when it has stood still for too long tells the main thread, or takes it out of its loop. */
function watch({ pulse, seconds }: Watched): void {
  onSilence(pulse, seconds, () => {
    giveUp(pulse);
    parentPort?.postMessage('silent');
    setTimeout(interrupt, AWAKE);
  });
}

/** Ends what the main thread executes, as far as to its event loop. A signal could do it too, but only together with the process. */
function interrupt(): void {
  const session = new Session();
  session.connectToMainThread();
  session.post('Runtime.terminateExecution');
}

function isWatched(data: unknown): data is Watched {
  return typeof data === 'object' && data !== null && 'pulse' in data && 'seconds' in data;
}

if (isWatched(workerData)) watch(workerData);
