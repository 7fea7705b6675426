/** What JSON has no word for. */
const SPECIAL: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ['$NaN', NaN],
  ['$Infinity', Infinity],
  ['$-Infinity', -Infinity],
  ['$-0', -0],
  ['$undefined', undefined],
]);

/** A value of plain data as JSON that reads back as the same value, to the bit: JSON alone makes null of NaN and 0 of -0. */
export function writeExact(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => {
    if (typeof part === 'string') return part.startsWith('$') ? `$${part}` : part;
    for (const [name, special] of SPECIAL) if (Object.is(part, special)) return name;
    return part;
  });
}

/** The value that a text of `writeExact` holds. @throws SyntaxError when it is no JSON */
export function readExact(text: string): unknown {
  return read(JSON.parse(text));
}

function read(part: unknown): unknown {
  if (typeof part === 'string' && part.startsWith('$')) return SPECIAL.has(part) ? SPECIAL.get(part) : part.slice(1);
  if (Array.isArray(part)) return part.map(read);
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, read(value)]));
}
