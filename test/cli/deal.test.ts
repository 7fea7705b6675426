import { describe, expect, it } from 'vitest';
import { deal, taskSize } from '../../cli/deal.js';

const draws = Array.from({ length: 1000 }, (_, i) => i);

/** Workers that take so many milliseconds for a draw, by a clock of their own, and answer late tasks first. */
function workers(millisecondsOf: (draw: number) => number) {
  const tasks: number[] = [];
  const run = async (part: readonly number[]) => {
    const milliseconds = part.reduce((sum, draw) => sum + millisecondsOf(draw), 0);
    tasks.push(milliseconds);
    for (let turn = tasks.length % 3; turn > 0; turn--) await Promise.resolve();
    return { outcomes: part.map((draw) => draw * draw), milliseconds };
  };
  return { tasks, run };
}

describe('dealing draws out to workers', () => {
  it.each([1, 2, 3, 7])('gives what came of them in their order, with %i workers', async (count) => {
    const { run } = workers((draw) => 1 + (draw % 5));
    expect(await deal(draws, count, run)).toEqual(draws.map((draw) => draw * draw));
  });

  it.each([0.001, 0.13, 3, 95])(
    'makes tasks of 20 ms from draws of %d ms, but for the first and the last',
    async (each) => {
      const { tasks, run } = workers(() => each);
      await deal(draws, 2, run);
      const short = tasks.filter((milliseconds) => milliseconds < 20);
      expect(short.length).toBeLessThanOrEqual(3); // one draw a worker to learn what it takes, and what is left over
      expect(Math.max(...tasks)).toBeLessThanOrEqual(100 + each);
    },
  );

  it('keeps the tasks long when draws become cheap, and short when they become dear', async () => {
    const many = Array.from({ length: 20_000 }, (_, i) => i);
    const { tasks, run } = workers((draw) => (draw < 10_000 ? 0.5 : 0.05));
    await deal(many, 2, run);
    const short = tasks
      .filter((milliseconds) => milliseconds < 20)
      .reduce((sum, milliseconds) => sum + milliseconds, 0);
    expect(short / 5500).toBeLessThanOrEqual(0.03);
    const dearer = workers((draw) => (draw < 500 ? 0.5 : 5));
    await deal(draws, 2, dearer.run);
    // A few were cut before it was known.
    expect(Math.max(...dearer.tasks.slice(-10))).toBeLessThanOrEqual(110);
    expect(dearer.tasks.length).toBeGreaterThan(15);
  });

  it('never leaves more to one worker than half of a fair share, unless that is too short to send', () => {
    expect(taskSize(1000, 2, 0.08)).toBe(250);
    expect(taskSize(1000, 2, 0.01)).toBe(1000);
    expect(taskSize(1000, 2, 1)).toBe(100);
    expect(taskSize(10, 2, 1)).toBe(10);
    expect(taskSize(1000, 2, NaN)).toBe(1);
    expect(taskSize(1000, 2, 0)).toBe(1000);
  });

  it('tells how far it is, to the end', async () => {
    const seen: number[] = [];
    await deal(draws, 2, workers(() => 1).run, (done, total) => seen.push(done / total));
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect(seen.at(-1)).toBe(1);
  });

  it('fails as a worker fails', async () => {
    const run = (): Promise<never> => Promise.reject(new RangeError('planted'));
    await expect(deal(draws, 2, run)).rejects.toThrow('planted');
  });

  it('asks nobody when there is nothing to draw', async () => {
    const { tasks, run } = workers(() => 1);
    expect(await deal([], 2, run)).toEqual([]);
    expect(tasks).toEqual([]);
  });
});
