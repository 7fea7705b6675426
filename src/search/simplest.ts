import { at, leavesOf, listsOf, type Path, replaced } from './leaf.js';
import type { Landscape } from './landscape.js';

/** Fields that make an instance large, gravest first. */
const SIZES = [
  ['points', 'odd', 'cluster', 'size', 'groups'],
  ['width', 'inputs'],
  ['depth', 'layers'],
];

/**
 * How simple an instance is, for comparing in the order of the entries: points, width, depth, then the length of its text and how far
 * its numbers are from 0.
 */
export function sizeOf(instance: unknown): readonly number[] {
  const leaves = leavesOf(instance);
  const total = (names: readonly string[]): number =>
    leaves.reduce((sum, { path, value }) => {
      const name = path.findLast((key) => typeof key === 'string');
      return typeof value === 'number' && names.some((known) => known === name) ? sum + Math.abs(value) : sum;
    }, 0);
  const distance = leaves.reduce((sum, { value }) => sum + (typeof value === 'number' ? Math.abs(value) : 0), 0);
  return [...SIZES.map(total), JSON.stringify(instance).length, distance];
}

/** True when the first is simpler. */
export function simpler(a: unknown, b: unknown): boolean {
  const [left, right] = [sizeOf(a), sizeOf(b)];
  const place = left.findIndex((x, i) => x !== right[i]);
  return place >= 0 && (left[place] ?? NaN) < (right[place] ?? NaN);
}

/**
 * A simpler instance for which `stillBad` holds: coordinate after coordinate to the smallest value that keeps it, elements of lists
 * dropped, until nothing gets simpler.
 *
 * What fast-check's shrinking leaves: it stops at the first value of each coordinate from which its own steps lead nowhere.
 * @param budget the most times that `stillBad` is asked
 */
export function simplified(
  start: unknown,
  landscape: Landscape,
  stillBad: (instance: unknown) => boolean,
  budget: number,
): { readonly instance: unknown; readonly asked: number } {
  let [instance, asked] = [start, 0];
  const take = (candidate: unknown): boolean => {
    if (asked >= budget || !simpler(candidate, instance)) return false;
    asked += 1;
    if (!stillBad(candidate)) return false;
    instance = candidate;
    return true;
  };
  for (let before: unknown; before !== instance && asked < budget;) {
    before = instance;
    for (const path of listsOf(instance)) {
      for (let i = lengthAt(instance, path) - 1; i >= 0; i--) take(withoutElement(instance, path, i));
    }
    for (const { path } of leavesOf(instance)) {
      const { numbers = [], values = [] } = landscape.at(path) ?? {};
      for (const value of numbers.length > 0 ? byDistance(numbers) : values) {
        if (value === at(instance, path) || take(replaced(instance, path, value))) break;
      }
    }
  }
  return { instance, asked };
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

/** Nearest to 0 first; of very many, the nearest and then ever farther ones. */
function byDistance(numbers: readonly number[]): readonly number[] {
  const sorted = [...numbers].sort((a, b) => Math.abs(a) - Math.abs(b));
  return sorted.filter((_, i) => i < 16 || (i & (i - 1)) === 0);
}
