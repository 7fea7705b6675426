import { Presets, SingleBar } from 'cli-progress';

/** Characters of the bar itself. */
const BAR = 20;
/** Updates from which the time left is told: enough that a few quick ones do not promise too much. */
const ETA = 100;

/**
 * Runs a task with one line on a terminal's standard error that shows how far it is, and removes the line whatever happens:
 * its timer would keep the process alive. Silent when standard error is not a terminal.
 * @param timeLeft says how long the rest will take, for a task that may take hours
 */
export async function withLiveLine<T>(
  title: string,
  task: (update: (done: number, total: number) => void) => T | Promise<T>,
  { timeLeft = false }: { readonly timeLeft?: boolean } = {},
): Promise<T> {
  // The line may not wrap, since only one is removed. The rest of it is a bar, a percentage and spaces.
  const room = process.stderr.isTTY ? process.stderr.columns - BAR - (timeLeft ? 26 : 12) : Infinity;
  const bar = new SingleBar(
    {
      format: `  {bar} {percentage} %  ${timeLeft ? '{eta_formatted} left  ' : ''}${title.slice(0, Math.max(0, room))}`,
      clearOnComplete: true,
      // An interrupt ends the process at once, so nothing would show the cursor or wrap long lines again.
      hideCursor: false,
      linewrap: true,
      barsize: BAR,
      synchronousUpdate: true,
      etaBuffer: ETA,
      fps: 10,
    },
    Presets.shades_classic,
  );
  try {
    return await task((done, total) => {
      if (!bar.isActive) bar.start(total, done); // the time left is told from here on
      bar.setTotal(total);
      bar.update(done);
    });
  } finally {
    if (bar.isActive) bar.stop();
  }
}
