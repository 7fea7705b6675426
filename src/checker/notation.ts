import { Interval } from '../interval/interval.js';

/**
 * The numbers that begin with these digits, 0.479 being [0.479, 0.480], or round to them, 0.479~ being [0.4785, 0.4795].
 *
 * NaN for other notations, and for more digits than 2^53 holds. Of the cells of one size only one holds a given number, so that no
 * digit of a true enclosure can be changed into another true one; the second notation is for numbers too near an end of a cell.
 */
export function numbersFrom(digits: string): Interval {
  const [, whole = '', part = '', round] = /^(0|[1-9]\d*)\.(\d+)(~?)$/.exec(digits) ?? [];
  const units = 2 * Number(`${whole}${part}`);
  let scale = 2;
  for (let place = 0; place < part.length; place++) scale *= 10;
  if (whole === '' || part.length > 20 || units >= Number.MAX_SAFE_INTEGER) return Interval.of(0).over(0);
  const [first, last] = round === '~' ? [units - 1, units + 1] : [units, units + 2];
  return Interval.ratio(first, scale).hull(Interval.ratio(last, scale));
}

/** Significant digits. */
export function significant(digits: string): number {
  return digits.replace(/[.~]/g, '').replace(/^0+/, '').length;
}

export function decimals(digits: string): number {
  return digits.split('.')[1]?.replace('~', '').length ?? 0;
}

/** The binary cells of [0, 1] of these depths, from left to right; undefined unless they tile it: a cell of depth d is [i, i + 1]/2^d. */
export function cellsOf(depths: string): readonly Interval[] | undefined {
  const cells: Interval[] = [];
  let end = 0;
  for (const text of depths.split(' ')) {
    const depth = Number(text);
    if (!/^(0|[1-9]\d?)$/.test(text) || depth > 40) return undefined;
    let size = 1;
    for (let halvings = 0; halvings < depth; halvings++) size /= 2;
    if (!Number.isInteger(end / size)) return undefined;
    cells.push(Interval.of(end, end + size));
    end += size;
  }
  return end === 1 ? cells : undefined;
}

/** Whether a test passes on each cell of a tiling. */
export function onAll(depths: string, test: (cell: Interval) => boolean): boolean {
  return cellsOf(depths)?.every(test) === true;
}
