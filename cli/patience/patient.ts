import { beats, newPulse, type Pulse } from './pulse.js';
import { lineOfSilence, onSilence } from './silence.js';

/** Why work was ended: nothing that it was to evaluate came back. */
export class Silent extends Error {
  override name = 'Silent';
}

/**
 * The result of what a worker of a queue does in another thread, unless that gives no sign of life for too long.
 *
 * @param what names the work
 * @param work told where to give signs of life, and by what it is ended
 * @throws Silent when it was ended
 */
export async function patiently<T>(
  what: string,
  seconds: number,
  work: (pulse: Pulse, ended: AbortSignal) => Promise<T>,
): Promise<T> {
  const [pulse, ending] = [newPulse(), new AbortController()];
  const looks = onSilence(pulse, seconds, () => ending.abort());
  try {
    return await work(pulse, ending.signal);
  } catch (error) {
    throw ending.signal.aborted
      ? new Silent(lineOfSilence(what, seconds, beats(pulse), 'bnd worker --patience'))
      : error;
  } finally {
    looks.stop();
  }
}
