import { Interval } from '../interval/interval.js';

/**
 * The decimals that all numbers of an interval begin with, well inside; where that is a close call, those to which they round, marked
 * by ~. Well inside, because the checker's enclosure may be a little wider.
 *
 * @throws RangeError when the interval is wider than half a unit of the last decimal
 */
export function digitsOf(x: Interval, decimals: number): string {
  let scale = 1;
  for (let place = 0; place < decimals; place++) scale *= 10;
  const near = Math.floor(x.middle * scale);
  const clear = Interval.ratio(1, 10 * scale).hi;
  const within = (first: number): boolean =>
    Interval.ratio(2 * first, 2 * scale).hi + clear < x.lo &&
    x.hi + clear < Interval.ratio(2 * first + 2, 2 * scale).lo;
  for (const [shift, mark] of [
    [0, ''],
    [0.5, '~'],
  ] as const) {
    const units = [near - 1, near, near + 1].find((candidate) => candidate >= 0 && within(candidate - shift));
    if (units === undefined) continue;
    const text = String(units).padStart(decimals + 1, '0');
    return `${text.slice(0, -decimals)}.${text.slice(-decimals)}${mark}`;
  }
  throw new RangeError(`digits: needs an interval narrower than ${1 / scale}; came ${x.lo} to ${x.hi}.`);
}
