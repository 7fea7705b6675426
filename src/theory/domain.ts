/** Texts named one by one; more are counted. */
const NAMED = 8;

/**
 * What values there are, in words, from a sample of them: `points 2 to 1024; weights gaussian or uniform`.
 *
 * Records by field, numbers as a range (`whole` when all are), texts by name, lists by their length and what they hold.
 * It is what was generated, so it is honest where a declaration might not be, and no larger than the sample shows.
 */
export function domainOf(values: readonly unknown[]): string {
  const kinds = new Set(values.map(kindOf));
  return [...kinds]
    .sort()
    .map((kind) => DESCRIBE[kind](values.filter((value) => kindOf(value) === kind)))
    .join(' or ');
}

type Kind = 'list' | 'number' | 'record' | 'other';

const DESCRIBE: Readonly<Record<Kind, (values: readonly unknown[]) => string>> = {
  number: (values) => {
    const numbers = values.filter((value) => typeof value === 'number');
    const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
    if (least === most) return String(least);
    return `${numbers.every(Number.isInteger) ? '' : 'real '}${least} to ${most}`;
  },
  list: (values) => {
    const lists = values.filter((value) => Array.isArray(value)).map((list: readonly unknown[]) => list);
    const held = lists.flat();
    const inside = held.length === 0 ? '' : ` of ${domainOf(held)}`;
    return `[${domainOf(lists.map(({ length }) => length))}${inside}]`;
  },
  record: (values) => {
    const fields = new Map<string, unknown[]>();
    for (const value of values) {
      if (typeof value !== 'object' || value === null) continue;
      for (const [name, part] of Object.entries(value)) fields.set(name, [...(fields.get(name) ?? []), part]);
    }
    return [...fields].map(([name, parts]) => `${name} ${domainOf(parts)}`).join('; ');
  },
  other: (values) => {
    const texts = [...new Set(values.map((value) => String(value)))].sort();
    const few = texts.length <= NAMED;
    return few ? texts.join(' or ') : `${texts.length} texts such as ${texts.slice(0, 3).join(', ')}`;
  },
};

function kindOf(value: unknown): Kind {
  if (typeof value === 'number') return 'number';
  if (Array.isArray(value)) return 'list';
  return typeof value === 'object' && value !== null ? 'record' : 'other';
}
