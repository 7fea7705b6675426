/** A place in a plain value: the fields and indices that lead to it. */
export type Path = readonly (string | number)[];

/** A number, text or flag inside a plain value. */
export interface Leaf {
  readonly path: Path;
  readonly value: unknown;
}

/** The leaves of a plain value, in the order of its text. */
export function leavesOf(value: unknown, path: Path = []): readonly Leaf[] {
  return parts(value)?.flatMap(([key, part]) => leavesOf(part, [...path, key])) ?? [{ path, value }];
}

/** The lists inside a plain value, itself included, outermost first. */
export function listsOf(value: unknown, path: Path = []): readonly Path[] {
  const inner = parts(value)?.flatMap(([key, part]) => listsOf(part, [...path, key])) ?? [];
  return Array.isArray(value) ? [path, ...inner] : inner;
}

/** What stands at a place; undefined where there is none. */
export function at(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((part, key) => parts(part)?.find(([name]) => name === key)?.[1], value);
}

/** The same value with another part at this place. */
export function replaced(value: unknown, [key, ...rest]: Path, part: unknown): unknown {
  if (key === undefined) return part;
  if (Array.isArray(value)) return value.map((each: unknown, i) => (i === key ? replaced(each, rest, part) : each));
  const fields = parts(value) ?? [];
  return Object.fromEntries(fields.map(([name, each]) => [name, name === key ? replaced(each, rest, part) : each]));
}

/** The place without its indices: the same for all elements of a list. */
export function patternOf(path: Path): string {
  return path.map((key) => (typeof key === 'number' ? '*' : key)).join('.');
}

function parts(value: unknown): readonly (readonly [string | number, unknown])[] | undefined {
  if (Array.isArray(value)) return value.map((part: unknown, i) => [i, part]);
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.entries(value);
}
