import { Presets, SingleBar } from 'cli-progress';

/** One line on a terminal's standard error that shows how far a claim is. Silent when standard error is not a terminal. */
export class LiveLine {
  private readonly bar: SingleBar;
  private started = false;

  constructor(title: string) {
    const format = `  {bar} {percentage} %  ${title}`;
    this.bar = new SingleBar(
      {
        format,
        clearOnComplete: true,
        hideCursor: true,
        barsize: 20,
        linewrap: false,
        synchronousUpdate: true,
        fps: 10,
      },
      Presets.shades_classic,
    );
  }

  update(done: number, total: number): void {
    if (!this.started) this.bar.start(total, 0);
    this.started = true;
    this.bar.update(done);
  }

  /** Removes the line, so that what is printed next takes its place. */
  clear(): void {
    if (this.started) this.bar.stop();
  }
}
