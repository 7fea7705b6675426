import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { documented, type Reporting, reporting, reports, schemaDocument } from '../../cli/schemas/documents.js';
import { json, ROOT } from './run.js';

/** Commands whose schema file in a folder is not what `npm run generate` would write. */
function stale(folder: string): readonly string[] {
  return documented.filter((name) => readFileSync(join(folder, `${name}.json`), 'utf8') !== schemaDocument(name));
}

/** A command line of each command, cheap, and such that as many parts of the report as possible are there. */
const lines: Readonly<Record<Reporting, readonly (readonly string[])[]>> = {
  // A commit and itself: what is in a report of changes is tested with changes.
  gate: [['gate', '--base', 'HEAD', '--head', 'HEAD']],
  list: [['list']],
  show: [['show', 'recenter-relu/odd-point-is-uniform']],
  simulate: [
    ['simulate', '--points', '4', '--width', '8', '--depth', '3'],
    ['simulate', '--points', '2', '--width', '1', '--depth', '2', '--gain', '0'],
    ['simulate', '--points', '3', '--width', 'infinite', '--depth', '2'],
  ],
  hunt: [['hunt', 'recenter-relu/two-groups-turn-orthogonal', '--budget', '50']],
  replay: [['replay', 'counterexamples/recenter-relu/farthest-point-becomes-odd/72bc11f74b5a.json']],
  limit: [['limit'], ['limit', '--start', 'k=2'], ['limit', '--points', '5'], ['limit', '--stages', 'rc,rs,relu']],
  verify: [['verify', 'recenter-relu/two-groups-turn-orthogonal', 'recenter-relu/odd-point-is-uniform']],
};

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value with a change made to every object in it, one object at a time. */
function mutants(value: unknown, change: (object: Record<string, unknown>) => unknown[]): unknown[] {
  if (Array.isArray(value)) {
    const parts: readonly unknown[] = value;
    const [first, ...rest] = parts;
    return parts.length === 0 ? [] : mutants(first, change).map((mutant) => [mutant, ...rest]);
  }
  if (!isObject(value)) return [];
  const inner = Object.entries(value).flatMap(([key, part]) =>
    // Free-form parts: any key may stand there.
    ['instance', 'spent'].includes(key) && !Array.isArray(part)
      ? []
      : mutants(part, change).map((mutant) => ({ ...value, [key]: mutant })),
  );
  return [...change(value), ...inner];
}

describe('docs/schemas', () => {
  test('Every schema file is current: `npm run generate` would change nothing', () => {
    expect(stale(join(ROOT, 'docs/schemas'))).toEqual([]);
  });

  test('A schema file that somebody edited is found', () => {
    const folder = mkdtempSync(join(tmpdir(), 'schemas-'));
    cpSync(join(ROOT, 'docs/schemas'), folder, { recursive: true });
    const text = readFileSync(join(folder, 'limit.json'), 'utf8');
    writeFileSync(join(folder, 'limit.json'), text.replace('"residual"', '"remainder"'));
    expect(stale(folder)).toEqual(['limit']);
    rmSync(folder, { recursive: true });
  });

  test('Every schema has a title and a description, and no identifier that a reader would have to resolve', () => {
    for (const name of documented) {
      const text = schemaDocument(name);
      const title = name === 'lock' ? 'theory.lock.json' : `bnd ${name} --json`;
      expect(JSON.parse(text)).toMatchObject({ title, type: 'object' });
      expect(text).toMatch(/^ {2}"description": "[A-Z].*\."/m);
      expect(text).not.toMatch(/"\$(?:id|ref|defs)"/);
    }
  });
});

const optional = new Set([
  ...['tightest', 'counterexample', 'estimate', 'witness', 'happened', 'instance'],
  ...['by', 'simplest', 'clearest', 'nearest', 'saved', 'holdsBelow', 'holdsAbove', 'confirmed', 'violated'],
]);
/** A replayed counterexample that is still one ends with 1. */
const codes: Readonly<Record<string, number>> = { replay: 1 };

describe.concurrent.each(reporting.flatMap((command) => lines[command].map((line) => ({ command, line }))))(
  'bnd $line',
  ({ command, line }) => {
    const { schema } = reports[command];

    test('prints what its schema says, and nothing that is undocumented or missing passes', async () => {
      const report = await json(line, codes[command]);
      expect(schema.safeParse(report).error).toBeUndefined();

      const undocumented = mutants(report, (object) => [{ ...object, planted: 1 }]);
      const missing = mutants(report, (object) =>
        Object.keys(object)
          .filter((key) => !optional.has(key))
          .map((gone) => Object.fromEntries(Object.entries(object).filter(([key]) => key !== gone))),
      );
      expect(undocumented.length).toBeGreaterThan(0);
      expect(missing.length).toBeGreaterThan(undocumented.length);
      for (const mutant of [...undocumented, ...missing]) expect(schema.safeParse(mutant).success).toBe(false);
    });
  },
);
