import type { Coordinate, Landscape } from './landscape.js';
import { leavesOf, replaced } from './leaf.js';
import { numberAt, stepsOf } from './steps.js';

/** What was found: an instance that violates a claim, or a witness of one that something exists. */
export type Found = 'counterexample' | 'witness';

/** What moving one coordinate of what was found, all others kept, does to it. */
export interface Sweep {
  /** The place, as `field.0.other`. */
  readonly coordinate: string;
  readonly value: number;
  /** It is still one from here to here around the value, at every value that was tried and said so. */
  readonly from: number;
  readonly to: number;
  /** The nearest values tried, below and above, at which it is none; undefined where the domain ends first. */
  readonly holdsBelow: number | undefined;
  readonly holdsAbove: number | undefined;
}

/** Values tried on each side of a coordinate. */
const TRIED = 12;

/**
 * Moves each number of a find alone, outwards through its values in both directions until it is none: which coordinates matter,
 * and where the boundary lies.
 *
 * @param stands whether it still is one there; undefined when that is no instance, or cannot be said
 */
export function sweptAround(
  instance: unknown,
  landscape: Landscape,
  stands: (instance: unknown) => boolean | undefined,
): readonly Sweep[] {
  return leavesOf(instance).flatMap(({ path, value }) => {
    const coordinate = landscape.at(path);
    if (typeof value !== 'number' || coordinate === undefined || coordinate.numbers.length < 2) return [];
    const { numbers } = coordinate;
    const ask = (x: number): boolean | undefined => stands(replaced(instance, path, x));
    const up = boundary(value, spread(numbers.filter((x) => x > value)), coordinate, ask);
    const down = boundary(value, spread(numbers.filter((x) => x < value).reverse()), coordinate, ask);
    return [
      {
        coordinate: path.join('.'),
        value,
        from: down.last ?? value,
        to: up.last ?? value,
        holdsBelow: down.holds,
        holdsAbove: up.holds,
      },
    ];
  });
}

/** Outwards through the values until it is none, then by bisection to the last step of the grid at which it is one. */
function boundary(
  from: number,
  values: readonly number[],
  coordinate: Coordinate,
  stands: (x: number) => boolean | undefined,
): { readonly last: number | undefined; readonly holds: number | undefined } {
  let last: number | undefined;
  let holds: number | undefined;
  for (const value of values) {
    const bad = stands(value);
    if (bad === false) {
      holds = value;
      break;
    }
    if (bad) last = value;
  }
  while (holds !== undefined) {
    const [inside, outside] = [stepsOf(last ?? from, coordinate), stepsOf(holds, coordinate)];
    const middle = numberAt(Math.trunc((inside + outside) / 2), coordinate);
    if (Math.abs(outside - inside) < 2) break;
    const bad = stands(middle);
    if (bad === undefined) break;
    if (bad) last = middle;
    else holds = middle;
  }
  return { last, holds };
}

/** The nearest values first, one by one and then in growing steps, and the last one. */
function spread(values: readonly number[]): readonly number[] {
  const places = new Set<number>();
  for (let k = 0; k < TRIED; k++) places.add(Math.round((values.length - 1) * (k / (TRIED - 1)) * (k / (TRIED - 1))));
  for (let k = 0; k < 3; k++) places.add(k);
  return [...places]
    .sort((a, b) => a - b)
    .flatMap((place) => (place < values.length && place >= 0 ? [values[place] ?? NaN] : []));
}

/** One coordinate, as a reader takes it in: `points 3: violated from 3 to 6, holds at 7`. */
export function sweepLine({ coordinate, value, from, to, holdsBelow, holdsAbove }: Sweep, found: Found): string {
  const range = from === to ? `only at ${from} of the values tried` : `from ${from} to ${to}`;
  const holds = [holdsBelow, holdsAbove].filter((x) => x !== undefined);
  const [is, isNot] = found === 'witness' ? ['a witness', 'none'] : ['violated', 'holds'];
  if (holds.length === 0) return `${coordinate} = ${value}: ${is} wherever it was tried, ${range}`;
  return `${coordinate} = ${value}: ${is} ${range}, ${isNot} at ${holds.join(' and ')}`;
}
