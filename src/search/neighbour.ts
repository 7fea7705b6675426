import { exp } from '../portable/exp.js';
import { log } from '../portable/log.js';
import type { Stream } from '../random/stream.js';
import type { Coordinate, Landscape } from './landscape.js';
import { at, type Leaf, leavesOf, listsOf, type Path, replaced } from './leaf.js';
import { movedBy, rangeOf, stepsOf } from './steps.js';

/** Share of the moves that change the length of a list, where there is one. */
const STRUCTURAL = 0.12;
/** Share of the moves that make elements of a list alike: what hypotheses exclude is often that two things coincide. */
const ALIKE = 0.08;
/** Share of the moves of a number that forget where it was: anywhere, or at an end of what was seen. */
const FAR = 0.15;

/**
 * A value close to another one, and never the same: one coordinate moved, now and then two or three, or an element of a list gone,
 * doubled, taken from the sample, or put in the place of others. It may be no instance; the caller asks the claim.
 *
 * @param reach how far numbers move, as a part of their range: 1 is anywhere, 0 is one step
 */
export function neighbour(value: unknown, landscape: Landscape, reach: number, stream: Stream): unknown {
  const lists = listsOf(value);
  if (lists.length > 0) {
    const list = lists[stream.below(lists.length)] ?? [];
    const kind = stream.uniform();
    if (kind < STRUCTURAL) return resized(value, list, landscape, stream);
    if (kind < STRUCTURAL + ALIKE) {
      const alike = madeAlike(value, list, stream);
      if (alike !== undefined) return alike;
    }
  }
  let leaves: readonly Leaf[] = leavesOf(value).filter(({ path }) => (landscape.at(path)?.values.length ?? 0) > 1);
  let moved = value;
  do {
    const leaf = leaves[stream.below(Math.max(1, leaves.length))];
    const coordinate = leaf && landscape.at(leaf.path);
    if (leaf === undefined || coordinate === undefined) return moved;
    moved = replaced(moved, leaf.path, movedLeaf(leaf.value, coordinate, reach, stream));
    leaves = leaves.filter((each) => each !== leaf); // moved twice, it might be back where it was
  } while (stream.uniform() < 0.25);
  return moved;
}

/** Another value of one coordinate, which has at least two. */
function movedLeaf(value: unknown, coordinate: Coordinate, reach: number, stream: Stream): unknown {
  const { numbers, values } = coordinate;
  if (typeof value !== 'number' || numbers.length < 2) return other(values, value, stream);
  if (stream.uniform() >= FAR) return movedBy(value, stepped(value, coordinate, reach, stream), coordinate);
  if (stream.below(3) > 0) return other(numbers, value, stream);
  const ends = [numbers[0], numbers.at(-1)].filter((end) => end !== value);
  return ends[stream.below(ends.length)];
}

/** One of the values that is not this one. */
function other<T>(values: readonly T[], value: T, stream: Stream): T | undefined {
  const others = values.length - (values.includes(value) ? 1 : 0);
  const place = stream.below(others);
  const skipped = values.indexOf(value);
  return values[skipped >= 0 && place >= skipped ? place + 1 : place];
}

/** Steps of a heavy-tailed move: mostly few, sometimes as many as the reach. */
function stepped(value: number, coordinate: Coordinate, reach: number, stream: Stream): number {
  const sign = stream.below(2) === 0 ? -1 : 1;
  const scale = exp(-7 * stream.uniform()) * reach; // from e^-7 of the reach to all of it, evenly in the logarithm
  const { numbers, logarithmic, listed } = coordinate;
  if (!logarithmic || listed || value <= 0) return sign * scale * rangeOf(coordinate);
  const [least = 1, most = 1] = [numbers[0], numbers.at(-1)];
  return stepsOf(value, coordinate) * (exp(sign * scale * log(most / least)) - 1);
}

/** One element less, one twice, or one from another instance. */
function resized(value: unknown, path: Path, landscape: Landscape, stream: Stream): unknown {
  const list = listAt(value, path);
  const place = stream.below(list.length + 1);
  const without = list.filter((_, i) => i !== place);
  const kind = stream.below(4);
  if (without.length < list.length && kind < 2) return replaced(value, path, without);
  const donor = listAt(landscape.sample[stream.below(Math.max(1, landscape.sample.length))], path);
  const elements = donor.length > 0 && (kind === 2 || list.length === 0) ? donor : list;
  if (elements.length === 0) return value;
  const extra = elements[stream.below(elements.length)];
  return replaced(value, path, [...list.slice(0, place), extra, ...list.slice(place)]);
}

/** One element in the place of another, or of all others; undefined when they were alike before, or are not of one kind. */
function madeAlike(value: unknown, path: Path, stream: Stream): unknown {
  const list = listAt(value, path);
  if (list.length < 2) return undefined;
  const model = list[stream.below(list.length)];
  const place = stream.below(list.length);
  const all = stream.below(3) === 0;
  const alike = list.map((element, i) => (all || i === place ? model : element));
  return JSON.stringify(alike) === JSON.stringify(list) ? undefined : replaced(value, path, alike);
}

function listAt(value: unknown, path: Path): readonly unknown[] {
  const found = at(value, path);
  return Array.isArray(found) ? found : [];
}
