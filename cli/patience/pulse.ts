/**
 * Signs of life in memory that all threads of a process share: how many evaluations have come back, and whether somebody said that
 * too long none did.
 */
export type Pulse = Int32Array<SharedArrayBuffer>;

/** Places in it. */
const [BEATS, SILENT] = [0, 1];

/** One that has not beaten yet. */
export function newPulse(): Pulse {
  return new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT));
}

/** Says that an evaluation has come back. */
export function beat(pulse: Pulse): void {
  Atomics.add(pulse, BEATS, 1);
}

/** Evaluations that have come back. After 2^31 they count from below 0: two counts differ when something came back between them. */
export function beats(pulse: Pulse): number {
  return Atomics.load(pulse, BEATS);
}

/** Says that nothing came back for too long. */
export function giveUp(pulse: Pulse): void {
  Atomics.store(pulse, SILENT, 1);
}

export function givenUp(pulse: Pulse): boolean {
  return Atomics.load(pulse, SILENT) === 1;
}
