import { Presets, SingleBar } from 'cli-progress';

/**
 * Runs a task with one line on a terminal's standard error that shows how far it is, and removes the line whatever happens:
 * its timer would keep the process alive. Silent when standard error is not a terminal.
 */
export function withLiveLine<T>(title: string, task: (update: (done: number, total: number) => void) => T): T {
  const bar = new SingleBar(
    {
      format: `  {bar} {percentage} %  ${title}`,
      clearOnComplete: true,
      // An interrupt ends the process at once, so nothing would show the cursor again.
      hideCursor: false,
      barsize: 20,
      linewrap: false,
      synchronousUpdate: true,
      fps: 10,
    },
    Presets.shades_classic,
  );
  try {
    return task((done, total) => {
      if (!bar.isActive) bar.start(total, 0);
      bar.update(done);
    });
  } finally {
    if (bar.isActive) bar.stop();
  }
}
