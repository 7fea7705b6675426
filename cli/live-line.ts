import { Presets, SingleBar } from 'cli-progress';

/** Characters of the bar itself. */
const BAR = 20;

/**
 * Runs a task with one line on a terminal's standard error that shows how far it is, and removes the line whatever happens:
 * its timer would keep the process alive. Silent when standard error is not a terminal.
 */
export async function withLiveLine<T>(
  title: string,
  task: (update: (done: number, total: number) => void) => T | Promise<T>,
): Promise<T> {
  // The line may not wrap, since only one is removed. The rest of it is a bar, a percentage and spaces.
  const room = process.stderr.isTTY ? process.stderr.columns - BAR - 12 : Infinity;
  const bar = new SingleBar(
    {
      format: `  {bar} {percentage} %  ${title.slice(0, Math.max(0, room))}`,
      clearOnComplete: true,
      // An interrupt ends the process at once, so nothing would show the cursor or wrap long lines again.
      hideCursor: false,
      linewrap: true,
      barsize: BAR,
      synchronousUpdate: true,
      fps: 10,
    },
    Presets.shades_classic,
  );
  try {
    return await task((done, total) => {
      if (!bar.isActive) bar.start(total, 0);
      bar.setTotal(total);
      bar.update(done);
    });
  } finally {
    if (bar.isActive) bar.stop();
  }
}
