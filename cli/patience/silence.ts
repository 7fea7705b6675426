import { beats, type Pulse } from './pulse.js';

/** Looks that make the patience. They are counted, not timed: while the machine sleeps, or its clock jumps, nobody is silent. */
const LOOKS = 10;

/** Looks at a pulse until `stop`, and tells once when it has stood still for so many seconds. */
export function onSilence(pulse: Pulse, seconds: number, told: () => void): { readonly stop: () => void } {
  let [last, silent] = [beats(pulse), 0];
  const timer = setInterval(
    () => {
      const now = beats(pulse);
      silent = now === last ? silent + 1 : 0;
      last = now;
      if (silent === LOOKS) told();
    },
    (1000 * seconds) / LOOKS,
  );
  return { stop: () => clearInterval(timer) };
}

/** What is said of code from which nothing came back for so many seconds, after so many evaluations that did. */
export function lineOfSilence(what: string, seconds: number, count: number, option = '--patience'): string {
  return `${what}: needs an end of every evaluation; none came for ${seconds} seconds, after ${count}. Its code may loop for ever: look there, or give it longer with ${option} ${10 * seconds}.`;
}
