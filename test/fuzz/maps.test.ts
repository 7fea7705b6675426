import fc from 'fast-check';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { clusterGap } from '../../cli/plot/cluster-gap.js';
import { hittingTime } from '../../cli/plot/hitting-time.js';
import { parquetRows } from '../../cli/plot/parquet-rows.js';
import { phase } from '../../cli/plot/phase.js';
import { readTable } from '../../cli/plot/read-table.js';
import type { SweepRow } from '../../cli/schemas/sweep.js';
import { writeTable } from '../../cli/sweep/write-table.js';
import { temporaryFolder } from '../cli/temporary-folder.js';
import { harmlessLater } from './harmless.js';
import { mutatedBytes, mutatedJson } from './mutated.js';

const folder = temporaryFolder();
const cell = { points: 8, width: 64, depth: 5, stages: 'recenter+relu', weights: 'gaussian', data: 'clusters(3)', draws: 16, level: 0.05 }; // prettier-ignore
const rows: readonly SweepRow[] = [
  { ...cell, measure: 'odd-event', estimate: 0.25, lower: 0, upper: 1 },
  { ...cell, points: 9, measure: 'odd-event', estimate: 0.5, lower: 0, upper: 1 },
  { ...cell, measure: 'hitting-time', estimate: 3, lower: 2, upper: null },
  { ...cell, measure: 'cluster-cosine', estimate: 0.5, lower: 0, upper: 1 },
];

async function* stream(): AsyncGenerator<SweepRow, void, undefined> {
  await Promise.resolve();
  yield* rows;
}

async function written(name: string): Promise<Uint8Array> {
  const path = join(folder(), name);
  await writeTable(path, stream());
  return new Uint8Array(readFileSync(path));
}

/** What is drawn of a table: no number that is none, and nothing that a browser would run. */
async function drawn(path: string, read = readTable): Promise<void> {
  const draws = [
    (table: readonly SweepRow[]) => phase(table, 'odd-event', 'width'),
    (table: readonly SweepRow[]) => phase(table, 'odd-event', 'stages'),
    (table: readonly SweepRow[]) => hittingTime(table, 'points'),
    clusterGap,
  ];
  const table = await harmlessLater(() => read(path));
  if (typeof table === 'string') return;
  for (const draw of draws)
    expect(await harmlessLater(() => Promise.resolve().then(() => draw(table)))).not.toMatch(/NaN|Infinity|<script/);
}

/** The first counterexample, if there is one. */
async function fuzzed<T extends string | Uint8Array>(
  name: string,
  contents: fc.Arbitrary<T>,
  numRuns: number,
  read = readTable,
): Promise<boolean> {
  const path = join(folder(), name);
  const property = fc.asyncProperty(contents, async (content) => {
    writeFileSync(path, content);
    await drawn(path, read);
  });
  return (await fc.check(property, { numRuns, endOnFailure: true })).failed;
}

/** Rows of which one is not what it was. */
const lines = fc
  .tuple(mutatedJson(rows), fc.nat({ max: rows.length - 1 }))
  .map(([line, at]) => rows.map((row, i) => (i === at ? line : JSON.stringify(row))).join('\n'));

describe('Any file is drawn as the map that it is, or refused in one line:', () => {
  test('JSON lines', async () => expect(await fuzzed('a.jsonl', lines, 120)).toBe(false));

  test('CSV', async () => expect(await fuzzed('a.csv', mutatedBytes([await written('good.csv')]), 200)).toBe(false));

  test('Parquet', async () => {
    expect(await fuzzed('a.parquet', mutatedBytes([await written('good.parquet')]), 12)).toBe(false);
  });

  test('the fuzz sees a reader that believes its rows', async () => {
    const believing = (path: string): Promise<readonly SweepRow[]> => {
      const parsed: unknown[] = readFileSync(path, 'utf8')
        .split('\n')
        .map((line): unknown => JSON.parse(line));
      return Promise.resolve(
        parsed.filter(
          (row): row is SweepRow => typeof row === 'object' && !/"points":-?\d*(?:\d{5}|e)/.test(JSON.stringify(row)),
        ),
      );
    };
    expect(await fuzzed('b.jsonl', lines, 120, believing)).toBe(true);
  });
});

describe('What a map may not hold', () => {
  test.each<[string, Readonly<Record<string, unknown>>]>([
    ['a size at which nothing could be computed', { points: 1e15 }],
    ['no points', { points: 0 }],
    ['half a neuron', { width: 0.5 }],
    ['stages that run', { stages: '<script>alert(1)</script>' }],
    ['the name of a prototype', { stages: '__proto__' }],
    ['a spelling that no sweep writes', { weights: 'sparse(0.050)' }],
    ['a certainty', { level: 1 }],
    ['a field too many', { run: 'rm' }],
  ])('is %s', async (_, field) => {
    const path = join(folder(), 'c.jsonl');
    const line = JSON.stringify({ ...rows[0], ...field });
    writeFileSync(path, line);
    expect(await harmlessLater(() => readTable(path))).toMatch(
      /c\.jsonl:1: needs a row of a sweep; came "\{.*Write the table with bnd sweep --out map\.jsonl\.$/,
    );
  });

  test('is more than 256 MiB, or a folder', async () => {
    mkdirSync(join(folder(), 'd.csv'));
    expect(await harmlessLater(() => readTable(join(folder(), 'd.csv')))).toMatch(
      /^table: needs a file that can be read; came .*d\.csv \(a directory or a device\)\./,
    );
  });
});

describe('A Parquet file cannot take more than a file of its size needs:', () => {
  test('time', async () => {
    const file = await written('loop.parquet');
    // The header of the first page, which now ends before its number of rows: the library counts rows to NaN, for ever.
    const header = file.findIndex((byte, i) => byte === 0x5c && [1, 3, 5].every((k) => file[i + k] === 0x15));
    file[header + 5] = 0;
    writeFileSync(join(folder(), 'loop.parquet'), file);
    expect(await harmlessLater(() => readTable(join(folder(), 'loop.parquet')))).toMatch(
      /^table: needs a Parquet file; came .*loop\.parquet, which breaks off or is none \(it takes more time than its size explains\)\. Write one with bnd sweep --out map\.parquet\.$/,
    );
  });

  test('memory', async () => {
    const lists = Array.from({ length: 40 }, () => [0x19, 0xfc, 0xff, 0xff, 0xff, 0x0f]).flat(); // lists of 2^25 lists of 2^25 ...
    const file = Buffer.concat([
      Buffer.from('PAR1'),
      Buffer.from([...lists, lists.length, 0, 0, 0]),
      Buffer.from('PAR1'),
    ]);
    await expect(parquetRows(file)).rejects.toThrow(/memory|time/);
  });
});
