import { exp } from '../portable/exp.js';
import { log } from '../portable/log.js';
import type { Coordinate } from './landscape.js';

// A number of a coordinate, counted in steps: of its grid, or from one listed number to the next.

/** How many steps a number is from 0, or, of listed numbers, from the least. */
export function stepsOf(x: number, { numbers, perUnit, listed }: Coordinate): number {
  return listed ? placeOf(x, numbers) : Math.round(x * perUnit);
}

/** The number at so many steps, or the nearest inside what was seen. */
export function numberAt(steps: number, { numbers, perUnit, listed }: Coordinate): number {
  const [least = NaN, most = NaN] = [numbers[0], numbers.at(-1)];
  if (listed) return numbers[Math.min(numbers.length - 1, Math.max(0, Math.round(steps)))] ?? least;
  return Math.min(most, Math.max(least, Math.round(steps) / perUnit));
}

/** Steps from the least to the most. */
export function rangeOf(coordinate: Coordinate): number {
  const { numbers } = coordinate;
  const [least = 0, most = 0] = [numbers[0], numbers.at(-1)];
  return stepsOf(most, coordinate) - stepsOf(least, coordinate);
}

/** Where a number lies between the least and the most, 0 to 1: of factors, in the logarithm. Needs two numbers. */
export function partOf(x: number, coordinate: Coordinate): number {
  const { numbers, logarithmic, listed } = coordinate;
  const [least = NaN, most = NaN] = [numbers[0], numbers.at(-1)];
  if (logarithmic && !listed) return log(x / least) / log(most / least);
  return (stepsOf(x, coordinate) - stepsOf(least, coordinate)) / rangeOf(coordinate);
}

/** The number nearest to a part of the range. */
export function numberOfPart(part: number, coordinate: Coordinate): number {
  const { numbers, perUnit, logarithmic, listed } = coordinate;
  const [least = NaN, most = NaN] = [numbers[0], numbers.at(-1)];
  if (logarithmic && !listed) return numberAt(least * exp(part * log(most / least)) * perUnit, coordinate);
  return numberAt(stepsOf(least, coordinate) + part * rangeOf(coordinate), coordinate);
}

/** A number about `by` steps away, never the same one: at an end of what was seen it turns back. Needs two numbers. */
export function movedBy(x: number, by: number, coordinate: Coordinate): number {
  const from = stepsOf(x, coordinate);
  const moved = numberAt(from + by, coordinate);
  if (moved !== x) return moved;
  const least = by < 0 ? -1 : 1;
  const next = numberAt(from + least, coordinate);
  return next !== x ? next : numberAt(from - least, coordinate);
}

/** Where a number stands among the listed ones; of an unlisted one, where the next larger stands. */
function placeOf(x: number, numbers: readonly number[]): number {
  let [low, high] = [0, numbers.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? NaN) < x) low = middle + 1;
    else high = middle;
  }
  return low;
}
