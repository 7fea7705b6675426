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
