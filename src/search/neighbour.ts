import { exp } from '../portable/exp.js';
import { log } from '../portable/log.js';
import type { Stream } from '../random/stream.js';
import type { Coordinate, Landscape } from './landscape.js';
import { at, leavesOf, listsOf, type Path, replaced } from './leaf.js';

/** Share of the moves that change the length of a list, where there is one. */
const STRUCTURAL = 0.15;
/** Share of the moves of a number that forget where it was: anywhere, or at an end of what was seen. */
const FAR = 0.15;

/**
 * A value close to another one: one coordinate moved, now and then two or three, or an element of a list gone, doubled or taken
 * from the sample. It may be no instance; the caller asks the claim.
 *
 * @param reach how far numbers move, as a part of their range: 1 is anywhere, 0 is one step
 */
export function neighbour(value: unknown, landscape: Landscape, reach: number, stream: Stream): unknown {
  const lists = listsOf(value);
  if (lists.length > 0 && stream.uniform() < STRUCTURAL)
    return resized(value, lists[stream.below(lists.length)] ?? [], landscape, stream);
  let moved = value;
  do {
    const leaves = leavesOf(moved);
    const leaf = leaves[stream.below(Math.max(1, leaves.length))];
    const coordinate = leaf && landscape.at(leaf.path);
    if (leaf === undefined || coordinate === undefined) return moved;
    moved = replaced(moved, leaf.path, movedLeaf(leaf.value, coordinate, reach, stream));
  } while (stream.uniform() < 0.25);
  return moved;
}

/** Another value of one coordinate. */
function movedLeaf(value: unknown, coordinate: Coordinate, reach: number, stream: Stream): unknown {
  const { numbers, values } = coordinate;
  const far = stream.uniform() < FAR;
  if (typeof value !== 'number' || numbers.length < 2) return values[stream.below(values.length)];
  if (far) {
    if (stream.below(3) === 0) return stream.below(2) === 0 ? numbers[0] : numbers.at(-1);
    return numbers[stream.below(numbers.length)];
  }
  return onGrid(stepped(value, coordinate, reach, stream), value, coordinate);
}

/** A number moved by a heavy-tailed step: mostly short, sometimes as long as the reach. */
function stepped(value: number, { numbers, perUnit, logarithmic }: Coordinate, reach: number, stream: Stream): number {
  const [least = 0, most = 0] = [numbers[0], numbers.at(-1)];
  const sign = stream.below(2) === 0 ? -1 : 1;
  const scale = exp(-7 * stream.uniform()) * reach; // from e^-7 of the reach to all of it, evenly in the logarithm
  if (logarithmic && value > 0) return value * exp(sign * scale * log(most / least));
  return value + sign * Math.max(1 / perUnit, scale * (most - least));
}

/** The number of the grid next to `x`, at least one step from `from` and inside what was seen. */
export function onGrid(x: number, from: number, { numbers, perUnit }: Coordinate): number {
  const [least = 0, most = 0] = [numbers[0], numbers.at(-1)];
  const rounded = Math.round(x * perUnit) / perUnit;
  const step = x > from ? 1 : -1;
  const moved = rounded === from ? Math.round(from * perUnit + step) / perUnit : rounded;
  return Math.min(most, Math.max(least, moved));
}

/** One element less, one twice, or one from another instance. */
function resized(value: unknown, path: Path, landscape: Landscape, stream: Stream): unknown {
  const found = at(value, path);
  const list: readonly unknown[] = Array.isArray(found) ? found : [];
  const place = stream.below(list.length + 1);
  const without = list.filter((_, i) => i !== place);
  if (without.length < list.length && stream.below(2) === 0) return replaced(value, path, without);
  const donor = at(landscape.sample[stream.below(landscape.sample.length)], path);
  const elements: readonly unknown[] = Array.isArray(donor) && donor.length > 0 ? donor : list;
  if (elements.length === 0) return value;
  const extra = elements[stream.below(elements.length)];
  return replaced(value, path, [...list.slice(0, place), extra, ...list.slice(place)]);
}
