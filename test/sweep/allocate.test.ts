import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Allocation, chunkSize, mostChunks, nextRound } from '../../src/sweep/allocate.js';

/** The chunks of each cell when all rounds are done, if the width of a cell follows from its number of chunks. */
function finished(
  plan: Allocation,
  cells: number,
  widthOf: (cell: number, chunks: number) => number,
): readonly number[] {
  const chunks = new Int32Array(cells);
  const widths = new Float64Array(cells).fill(1);
  for (let extra = nextRound(plan, chunks, widths); extra; extra = nextRound(plan, chunks, widths)) {
    extra.forEach((count, cell) => (chunks[cell] = (chunks[cell] ?? 0) + count));
    chunks.forEach((count, cell) => (widths[cell] = widthOf(cell, count)));
  }
  return Array.from(chunks);
}

const adaptive = (draws: number): Allocation => ({ draws, allocation: 'adaptive' });

describe('the draws of a map', () => {
  test('go to each cell alike when the allocation is even, or all are as wide', () => {
    const alike = (_: number, chunks: number): number => 1 / Math.sqrt(chunks);
    expect(finished({ draws: 64, allocation: 'even' }, 5, alike)).toEqual([4, 4, 4, 4, 4]);
    expect(finished(adaptive(64), 5, alike)).toEqual([4, 4, 4, 4, 4]);
  });

  test('go where the intervals are wide, up to four times the average, and not where nothing is left to learn', () => {
    const uneven = (cell: number, chunks: number): number => [0, 0.1, 0.1, 0.1, 1][cell] ?? NaN / Math.sqrt(chunks);
    expect(finished(adaptive(64), 5, uneven)).toEqual([1, 1, 1, 1, 16]);
    const half = (cell: number, chunks: number): number => (cell === 0 ? 1 : 0.5) / Math.sqrt(chunks);
    const [wide = 0, ...narrow] = finished(adaptive(64), 4, half);
    expect(wide + narrow.reduce((a, b) => a + b, 0)).toBe(16);
    expect(wide).toBeGreaterThanOrEqual(2 * Math.max(...narrow));
  });

  test('are never more than were asked for, and none of a cell more than four times as many', () => {
    const maps = fc.record({
      draws: fc.integer({ min: 1, max: 200 }),
      widths: fc.array(fc.integer({ min: 0, max: 8 }), { minLength: 1, maxLength: 40 }),
    });
    fc.assert(
      fc.property(maps, ({ draws, widths }) => {
        const plan = adaptive(draws);
        const size = chunkSize(plan);
        const done = finished(plan, widths.length, (cell, chunks) => (widths[cell] ?? 0) / Math.sqrt(chunks));
        const all = done.reduce((a, b) => a + b, 0);
        expect(all).toBeLessThanOrEqual(widths.length * Math.ceil(draws / size));
        expect(Math.max(...done)).toBeLessThanOrEqual(mostChunks(plan));
        expect(mostChunks(plan)).toBeLessThanOrEqual(16);
        expect(Math.min(...done)).toBeGreaterThanOrEqual(1);
        // All are spent, unless too few cells have anything to learn.
        const open = widths.filter((width) => width > 0).length;
        if (4 * open >= 4 * widths.length) expect(all).toBe(widths.length * Math.ceil(draws / size));
      }),
      { numRuns: 200 },
    );
  });
});
