import type { Coordinate, Landscape } from './landscape.js';
import { at, leavesOf, replaced } from './leaf.js';
import { numberAt, stepsOf } from './steps.js';

/** What moving one coordinate of a counterexample, all others kept, does to it. */
export interface Sweep {
  /** The place, as `field.0.other`. */
  readonly coordinate: string;
  readonly value: number;
  /** The claim is violated from here to here around the value, at every value that was tried. */
  readonly from: number;
  readonly to: number;
  /** The nearest values tried, below and above, at which the claim holds; undefined where the domain ends first. */
  readonly holdsBelow: number | undefined;
  readonly holdsAbove: number | undefined;
}

/** Values tried on each side of a coordinate. */
const TRIED = 12;

/**
 * Moves each number of a counterexample alone, outwards through its values in both directions until the claim holds: which
 * coordinates matter, and where the boundary lies.
 *
 * @param violated whether the claim is violated there; undefined when that is no instance
 */
export function sweptAround(
  instance: unknown,
  landscape: Landscape,
  violated: (instance: unknown) => boolean | undefined,
): readonly Sweep[] {
  return leavesOf(instance).flatMap(({ path, value }) => {
    const coordinate = landscape.at(path);
    if (typeof value !== 'number' || coordinate === undefined || coordinate.numbers.length < 2) return [];
    const { numbers } = coordinate;
    const ask = (x: number): boolean | undefined => violated(replaced(instance, path, x));
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

/** Outwards through the values until the claim holds, then by bisection to the last step of the grid at which it is violated. */
function boundary(
  from: number,
  values: readonly number[],
  coordinate: Coordinate,
  violated: (x: number) => boolean | undefined,
): { readonly last: number | undefined; readonly holds: number | undefined } {
  let last: number | undefined;
  let holds: number | undefined;
  for (const value of values) {
    const bad = violated(value);
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
    const bad = violated(middle);
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
export function sweepLine({ coordinate, value, from, to, holdsBelow, holdsAbove }: Sweep): string {
  const range = from === to ? `only at ${from} of the values tried` : `from ${from} to ${to}`;
  const holds = [holdsBelow, holdsAbove].filter((x) => x !== undefined);
  if (holds.length === 0) return `${coordinate} = ${value}: violated wherever it was tried, ${range}`;
  return `${coordinate} = ${value}: violated ${range}, holds at ${holds.join(' and ')}`;
}

/** What stands at a coordinate of a sweep; for reports. */
export function valueAt(instance: unknown, coordinate: string): unknown {
  return at(
    instance,
    coordinate.split('.').map((key) => (/^\d+$/.test(key) ? Number(key) : key)),
  );
}
