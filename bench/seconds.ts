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
