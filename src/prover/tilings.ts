import { Interval } from '../interval/interval.js';

/** Deeper cells than this are no proof but a loop. */
const DEEPEST = 24;

/** The depths of binary cells that tile [0, 1], each small enough for a test, from left to right; undefined when more are needed. */
export function tiling(passes: (cell: Interval) => boolean, most = 1e5): string | undefined {
  const depths: number[] = [];
  const tile = (index: number, depth: number, size: number): boolean => {
    if (passes(Interval.of(index * size, (index + 1) * size))) {
      depths.push(depth);
      return depths.length <= most;
    }
    return depth < DEEPEST && tile(2 * index, depth + 1, size / 2) && tile(2 * index + 1, depth + 1, size / 2);
  };
  return tile(0, 0, 1) ? depths.join(' ') : undefined;
}

/** A tiling in rows: each row as deep as its cells need it to be. */
export function tilingInRows(
  passes: (cell: Interval, row: Interval) => boolean,
  most: number,
): readonly (readonly [row: string, cells: string])[] | undefined {
  const rows: (readonly [string, string])[] = [];
  const depths = tiling((row) => {
    const cells = tiling((cell) => passes(cell, row), most);
    if (cells !== undefined) rows.push([row.lo.toString(), cells]);
    return cells !== undefined;
  });
  return depths?.split(' ').map((depth, i) => [depth, rows[i]?.[1] ?? ''] as const);
}
