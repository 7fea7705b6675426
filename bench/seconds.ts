/** CPU seconds of this process in some work. */
export function cpuSeconds(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

/** CPU seconds of one repetition, of as many as take `enough` together. */
export function repeatedSeconds(work: () => unknown, enough: number): number {
  for (let count = 1; ; count *= 2) {
    const seconds = cpuSeconds(() => {
      for (let c = 0; c < count; c++) work();
    });
    if (seconds >= enough || count >= 1 << 20) return seconds / count;
  }
}

/** Turns that `secondsInTurns` divides a measurement into. */
const TURNS = 8;

/**
 * CPU seconds of one repetition of each work, measured in short turns: a core that changes its speed changes it for all of them.
 *
 * @param enough seconds that each work takes in all its turns, at least
 */
export function secondsInTurns(works: readonly (() => unknown)[], enough: number): number[] {
  const measured = works.map((work) => {
    const seconds = repeatedSeconds(work, enough / TURNS);
    return { work, repetitions: Math.ceil(enough / TURNS / seconds) || 1, total: 0 };
  });
  for (let turn = 0; turn < TURNS; turn++) {
    for (const one of measured) {
      one.total += cpuSeconds(() => {
        for (let c = 0; c < one.repetitions; c++) one.work();
      });
    }
  }
  return measured.map(({ total, repetitions }) => total / (TURNS * repetitions));
}
