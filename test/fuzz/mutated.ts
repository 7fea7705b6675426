import fc from 'fast-check';

/** Names of Object.prototype, as keys and as values: what a careless reader looks up, or writes to. */
const PROTOTYPES = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'];

/** What stands in for a value of a JSON text: other types, numbers that are none or giant, names of prototypes, code, deep nests. */
const HOSTILE = [
  ...['null', 'true', '0', '-0', '-1', '0.5', '1e308', '-1e308', '1e999', '5e-324', '9007199254740993', '4294967296'],
  ...['1e12', '2147483648', '[]', '{}', '""', '[[]]', '[null]', '"1e999"', '"NaN"', '"../../../etc/passwd"'],
  ...['"/etc/passwd"', String.raw`"\u0000"`, String.raw`"a\nb"`, '"<script>alert(1)</script>"', '"process.exit(9)"'],
  '{"__proto__":{"polluted":true}}',
  '{"constructor":{"prototype":{"polluted":true}}}',
  '{"toJSON":1,"then":1,"length":1e9,"valueOf":null}',
  ...PROTOTYPES.map((name) => JSON.stringify(name)),
  JSON.stringify('x'.repeat(10_000)),
  `${'['.repeat(200)}${']'.repeat(200)}`,
  `${'['.repeat(30_000)}${']'.repeat(30_000)}`,
  `${'{"a":'.repeat(30_000)}1${'}'.repeat(30_000)}`,
];

/** How one node of a JSON text is changed. */
interface Edit {
  readonly at: number;
  readonly how: 'replace' | 'delete' | 'rename' | 'repeat' | 'wrap' | 'add';
  readonly text: string;
  readonly name: string;
}

const edits: fc.Arbitrary<Edit> = fc.record({
  at: fc.nat({ max: 1 << 20 }),
  how: fc.constantFrom('replace', 'replace', 'replace', 'delete', 'rename', 'repeat', 'wrap', 'add'),
  text: fc.oneof(fc.constantFrom(...HOSTILE), fc.json({ maxDepth: 3 }), fc.double().map(String)),
  name: fc.oneof(fc.constantFrom(...PROTOTYPES), fc.string()),
});

/** JSON texts that are those of these values but for one change at one node, two changes one after the other where the text still is JSON. */
export function mutatedJson(good: readonly unknown[]): fc.Arbitrary<string> {
  return fc.tuple(fc.constantFrom(...good), edits, fc.option(edits)).map(([value, first, second]) => {
    const once = edited(value, first);
    if (second === null || once.length > 50_000) return once;
    try {
      return edited(JSON.parse(once), second);
    } catch {
      return once;
    }
  });
}

function edited(value: unknown, { at, how, text, name }: Edit): string {
  const chosen = at % nodesIn(value);
  let node = -1;
  const change = (written: string): string => {
    if (how === 'replace') return text;
    if (how === 'wrap') return `[${written}]`;
    if (how !== 'add') return written;
    const rest = written.length > 2 ? `,${written.slice(1)}` : written.slice(1);
    if (written.startsWith('{')) return `{${JSON.stringify(name)}:${text}${rest}`;
    return written.startsWith('[') ? `[${text}${rest}` : text;
  };
  const write = (inner: unknown): string => {
    node += 1;
    const here = node === chosen;
    if (typeof inner !== 'object' || inner === null)
      return here ? change(JSON.stringify(inner)) : JSON.stringify(inner);
    const list = Array.isArray(inner);
    const parts = Object.entries(inner).flatMap(([key, child]) => {
      const next = node + 1 === chosen;
      const body = write(child);
      const entry = (as: string): string => (list ? body : `${JSON.stringify(as)}:${body}`);
      if (!next) return [entry(key)];
      return how === 'delete'
        ? []
        : how === 'rename'
          ? [entry(name)]
          : how === 'repeat'
            ? [entry(key), entry(key)]
            : [entry(key)];
    });
    const written = list ? `[${parts.join(',')}]` : `{${parts.join(',')}}`;
    return here ? change(written) : written;
  };
  return write(value);
}

function nodesIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1;
  return Object.values(value).reduce((sum: number, inner) => sum + nodesIn(inner), 1);
}

/** Byte strings that are one of these but for a few changes: bits, cuts, splices, stretches repeated, or noise alone. */
export function mutatedBytes(good: readonly Uint8Array[]): fc.Arbitrary<Uint8Array> {
  const place = fc.nat({ max: 1 << 20 });
  const change = fc.oneof(
    fc.tuple(place, fc.nat({ max: 255 })).map(([at, byte]) => (bytes: Uint8Array) => {
      const next = bytes.slice();
      if (next.length > 0) next[at % next.length] = byte;
      return next;
    }),
    place.map((at) => (bytes: Uint8Array) => bytes.slice(0, at % (bytes.length + 1))),
    fc.tuple(place, fc.nat({ max: 40 })).map(([at, count]) => (bytes: Uint8Array) => {
      const from = at % (bytes.length + 1);
      return joined(bytes.slice(0, from), bytes.slice(from + count));
    }),
    fc.tuple(place, fc.uint8Array({ maxLength: 12 })).map(([at, more]) => (bytes: Uint8Array) => {
      const from = at % (bytes.length + 1);
      return joined(bytes.slice(0, from), more, bytes.slice(from));
    }),
    fc.tuple(place, fc.constantFrom(...good), place).map(
      ([at, other, from]) =>
        (bytes: Uint8Array) =>
          joined(bytes.slice(0, at % (bytes.length + 1)), other.slice(from % (other.length + 1))),
    ),
    fc
      .tuple(place, fc.nat({ max: 60 }), fc.integer({ min: 2, max: 300 }))
      .map(([at, count, times]) => (bytes: Uint8Array) => {
        const from = at % (bytes.length + 1);
        const stretch = bytes.slice(from, from + count);
        return joined(bytes.slice(0, from), ...Array.from({ length: times }, () => stretch), bytes.slice(from));
      }),
  );
  const changed = fc
    .tuple(fc.constantFrom(...good), fc.array(change, { minLength: 1, maxLength: 4 }))
    .map(([bytes, changes]) => changes.reduce((now, each) => each(now), bytes));
  return fc.oneof({ arbitrary: changed, weight: 5 }, { arbitrary: fc.uint8Array({ maxLength: 300 }), weight: 1 });
}

/** The same for texts, and texts of any characters. */
export function mutatedText(good: readonly string[]): fc.Arbitrary<string> {
  const bytes = mutatedBytes(good.map((text) => new TextEncoder().encode(text)));
  return fc.oneof(
    { arbitrary: bytes.map((each) => new TextDecoder().decode(each)), weight: 4 },
    { arbitrary: fc.string({ unit: 'binary' }), weight: 1 },
  );
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}
