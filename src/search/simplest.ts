import { at, type Leaf, leavesOf, listsOf, type Path, replaced } from './leaf.js';
import type { Coordinate, Landscape } from './landscape.js';
import { movedBy, numberAt, stepsOf } from './steps.js';

/** Fields that make an instance large, gravest first. */
const SIZES = [
  ['points', 'odd', 'cluster', 'size', 'groups'],
  ['width', 'inputs'],
  ['depth', 'layers'],
];

/**
 * How simple an instance is, for comparing in the order of the entries: points, width, depth, the length of its text, how far its
 * numbers are from 0 together, and one by one, positive before negative. Two different instances of numbers are never equally simple.
 */
function sizeOf(instance: unknown): readonly number[] {
  const leaves = leavesOf(instance);
  const numbers = leaves.flatMap(({ path, value }) => (typeof value === 'number' ? [{ path, value }] : []));
  const total = (kind: number): number =>
    numbers.reduce((sum, { path, value }) => (gravityOf(path) === kind ? sum + Math.abs(value) : sum), 0);
  const distance = numbers.reduce((sum, { value }) => sum + Math.abs(value), 0);
  const each = numbers.flatMap(({ value }) => [Math.abs(value), value < 0 ? 1 : 0]);
  return [...SIZES.map((_, kind) => total(kind)), JSON.stringify(instance).length, distance, ...each];
}

/** Which of the sizes a place tells, SIZES.length for none. */
function gravityOf(path: Path): number {
  const name = path.findLast((key) => typeof key === 'string');
  const kind = SIZES.findIndex((names) => names.some((known) => known === name));
  return kind < 0 ? SIZES.length : kind;
}

/** True when the first is simpler. */
export function simpler(a: unknown, b: unknown): boolean {
  const [left, right] = [sizeOf(a), sizeOf(b)];
  const place = left.findIndex((x, i) => x !== right[i]);
  return place >= 0 && (left[place] ?? NaN) < (right[place] ?? NaN);
}

/**
 * A simpler instance for which `stillBad` holds: elements of lists dropped, coordinate after coordinate to the smallest value that
 * keeps it, then two coordinates at once, one smaller and the other out of its way; until nothing gets simpler.
 *
 * What fast-check's shrinking leaves: it moves one coordinate at a time, and stops where that leads nowhere.
 * @param budget the most times that `stillBad` is asked; never twice about one instance
 */
export function simplified(
  start: unknown,
  landscape: Landscape,
  stillBad: (instance: unknown) => boolean,
  budget: number,
): { readonly instance: unknown; readonly asked: number } {
  let instance = start;
  const asked = new Set<string>();
  const put = (candidate: unknown): 'taken' | 'refused' | 'not simpler' => {
    if (asked.size >= budget || !simpler(candidate, instance)) return 'not simpler';
    const text = JSON.stringify(candidate);
    if (asked.has(text)) return 'refused';
    asked.add(text);
    if (!stillBad(candidate)) return 'refused';
    instance = candidate;
    return 'taken';
  };
  const take = (candidate: unknown): boolean => put(candidate) === 'taken';
  const lower = ({ path }: Leaf): void => {
    const [coordinate, value] = [landscape.at(path), at(instance, path)];
    if (coordinate === undefined) return;
    if (typeof value !== 'number' || coordinate.numbers.length === 0) {
      byLength(coordinate.values).some((other) => take(replaced(instance, path, other)));
      return;
    }
    let least = NaN; // the value nearest to the present one that was refused
    for (const nearer of byDistance(coordinate.numbers)) {
      const answer = nearer === value ? 'taken' : put(replaced(instance, path, nearer));
      if (answer === 'taken') break;
      if (answer === 'refused') least = nearer;
    }
    for (const step of towards(least, () => at(instance, path), coordinate)) take(replaced(instance, path, step));
    // What bisection leaves where hypotheses take out every other value.
    for (let k = 1; k <= NEARBY; k++) {
      const here = at(instance, path);
      if (typeof here !== 'number') return;
      const nearer = numberAt(stepsOf(here, coordinate) - (here > 0 ? k : -k), coordinate);
      if (take(replaced(instance, path, nearer))) k = 0;
    }
  };
  const trade = (leaf: Leaf, others: readonly Leaf[]): boolean => {
    const [coordinate, value] = [landscape.at(leaf.path), at(instance, leaf.path)];
    if (coordinate === undefined || typeof value !== 'number') return false;
    const nearer = byDistance(coordinate.numbers).filter((x) => Math.abs(x) < Math.abs(value));
    const step = movedBy(value, value > 0 ? -1 : 1, coordinate);
    return [...nearer.slice(0, TRADED), step].some((to) => {
      const by = stepsOf(value, coordinate) - stepsOf(to, coordinate);
      return others.some((other) =>
        outOfTheWay(instance, other, by, landscape).some((moved) => take(replaced(moved, leaf.path, to))),
      );
    });
  };
  for (let before: unknown; before !== instance && asked.size < budget;) {
    before = instance;
    for (const path of listsOf(instance)) {
      for (let i = lengthAt(instance, path) - 1; i >= 0; i--) take(withoutElement(instance, path, i));
    }
    const leaves = [...leavesOf(instance)].sort((a, b) => gravityOf(a.path) - gravityOf(b.path));
    leaves.forEach(lower);
    if (before !== instance || leaves.length > PAIRED) continue;
    leaves.some((leaf) =>
      trade(
        leaf,
        leaves.filter((other) => other !== leaf),
      ),
    );
  }
  return { instance, asked: asked.size };
}

/** Steps below the present value that are tried one by one. */
const NEARBY = 6;
/** Smaller values of one coordinate that are tried together with moves of another. */
const TRADED = 12;
/** Coordinates beyond which pairs are too many to try. */
const PAIRED = 12;

/** The instance with one coordinate at an end of its range, or moved by as many steps as the other gives up. */
function outOfTheWay(instance: unknown, { path }: Leaf, by: number, landscape: Landscape): readonly unknown[] {
  const [coordinate, value] = [landscape.at(path), at(instance, path)];
  if (coordinate === undefined || typeof value !== 'number' || coordinate.numbers.length < 2) return [];
  const steps = stepsOf(value, coordinate);
  const { numbers } = coordinate;
  const places = [numbers[0], numbers.at(-1), numberAt(steps + by, coordinate), numberAt(steps - by, coordinate)];
  return [...new Set(places)].filter((place) => place !== value).map((place) => replaced(instance, path, place));
}

/**
 * Values by bisection between one that was refused and the present one, which moves when a value is taken: first whole numbers,
 * then ever finer ones, since a long text is not simpler.
 */
function* towards(refused: number, present: () => unknown, coordinate: Coordinate): Generator<number, void, undefined> {
  if (Number.isNaN(refused)) return;
  const from = stepsOf(refused, coordinate);
  for (let unit = coordinate.listed ? 1 : coordinate.perUnit; ; unit = Math.floor(unit / 10)) {
    const coarse = Math.max(1, unit);
    for (let low = from; ;) {
      const value = present();
      if (typeof value !== 'number') return;
      const high = stepsOf(value, coordinate);
      const middle = coarse * Math.trunc((low + high) / 2 / coarse);
      if (Math.min(Math.abs(middle - low), Math.abs(middle - high)) === 0) break;
      if (middle < Math.min(low, high) || middle > Math.max(low, high)) break;
      yield numberAt(middle, coordinate);
      if (present() === value) low = middle;
    }
    if (unit <= 1) return;
  }
}

function lengthAt(instance: unknown, path: Path): number {
  const list = at(instance, path);
  return Array.isArray(list) ? list.length : 0;
}

function withoutElement(instance: unknown, path: Path, i: number): unknown {
  const list: unknown = at(instance, path);
  return Array.isArray(list)
    ? replaced(
        instance,
        path,
        list.filter((_: unknown, k) => k !== i),
      )
    : instance;
}

/** Shortest first, as they are written. What is no shorter than the present value is not simpler, and so is not asked about. */
function byLength(values: readonly unknown[]): readonly unknown[] {
  const length = (value: unknown): number => JSON.stringify(value).length;
  return [...values].sort((a, b) => length(a) - length(b));
}

/** Nearest to 0 first, positive before negative; of very many, the nearest and then ever farther ones. */
function byDistance(numbers: readonly number[]): readonly number[] {
  const sorted = [...numbers].sort((a, b) => Math.abs(a) - Math.abs(b) || b - a);
  return sorted.filter((_, i) => i < 16 || (i & (i - 1)) === 0);
}
