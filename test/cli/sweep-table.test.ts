import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { describe, expect, test } from 'vitest';
import { BadInput } from '../../cli/bad-input.js';
import type { SweepRow } from '../../cli/schemas/sweep.js';
import { tablePath, writeTable } from '../../cli/sweep/write-table.js';
import { refusal } from './refusal.js';
import { temporaryFolder } from './temporary-folder.js';

const folder = temporaryFolder();

describe('tables', () => {
  const rows: readonly SweepRow[] = [
    { ...{ points: 7, width: 64, depth: 5, stages: 'recenter+relu', weights: 'student-t(3)', data: 'clusters(3)' }, measure: 'hitting-time', draws: 64, estimate: 3, lower: 0.1 + 0.2, upper: null, level: 0.05 }, // prettier-ignore
    { ...{ points: 8, width: 64, depth: 5, stages: 'relu', weights: 'gaussian', data: 'gaussian' }, measure: 'odd-event', draws: 16, estimate: 1e-17, lower: 0, upper: 1, level: 0.05 }, // prettier-ignore
  ];
  async function* stream(): AsyncGenerator<SweepRow, void, undefined> {
    await Promise.resolve();
    yield* rows;
  }

  test('hold the same rows as CSV, as JSON lines and as Parquet with types', async () => {
    const [csv, jsonl, parquet] = ['t.csv', 't.jsonl', 't.parquet'].map((name) => join(folder(), name));
    for (const path of [csv, jsonl, parquet]) await writeTable(tablePath(path ?? ''), stream());
    expect(readFileSync(csv ?? '', 'utf8')).toBe(
      'points,width,depth,stages,weights,data,measure,draws,estimate,lower,upper,level\n' +
        '7,64,5,recenter+relu,student-t(3),clusters(3),hitting-time,64,3,0.30000000000000004,,0.05\n' +
        '8,64,5,relu,gaussian,gaussian,odd-event,16,1e-17,0,1,0.05\n',
    );
    const lines = readFileSync(jsonl ?? '', 'utf8')
      .trimEnd()
      .split('\n');
    expect(lines.map((text): unknown => JSON.parse(text))).toEqual(rows);
    const bytes = readFileSync(parquet ?? '');
    const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
    expect(await parquetReadObjects({ file })).toEqual(rows);
    const types = parquetMetadata(file)
      .schema.slice(1)
      .map(({ name, type }) => `${name} ${type ?? ''}`);
    expect(types).toEqual([
      ...['points INT32', 'width INT32', 'depth INT32', 'stages BYTE_ARRAY', 'weights BYTE_ARRAY', 'data BYTE_ARRAY'],
      ...['measure BYTE_ARRAY', 'draws INT32', 'estimate DOUBLE', 'lower DOUBLE', 'upper DOUBLE', 'level DOUBLE'],
    ]);
  });

  test('are not begun when they cannot be written', async () => {
    const path = join(folder(), 'nowhere', 't.csv');
    await expect(writeTable(path, stream())).rejects.toThrow(
      new BadInput(
        `--out: needs a place that can be written; came ${path} (ENOENT). Nothing was changed there: make room, or choose another.`,
      ),
    );
    expect(refusal(() => tablePath('map.xlsx'))).toBe(
      '--out: needs a file that ends in .csv, .jsonl or .parquet; came "map.xlsx". Write --out map.csv.',
    );
  });
});
