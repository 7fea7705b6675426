// eslint-disable-next-line no-restricted-imports -- into the file beside
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileWriter, parquetWriteRows } from 'hyparquet-writer';
import { BadInput } from '../bad-input.js';
import { quoted } from '../options.js';
import { replaceFileBy } from '../replace-file.js';
import type { SweepRow } from '../schemas/sweep.js';
import { COLUMNS, formatOf, type TableFormat } from './columns.js';

/** Rows held at once when a Parquet file is written. */
const ROW_GROUP = 100_000;

type Rows = AsyncIterable<SweepRow>;
const WRITERS: Readonly<Record<TableFormat, (path: string, rows: Rows) => Promise<void>>> = {
  csv: (path, rows) => writeLines(path, csvLines(rows)),
  jsonl: (path, rows) => writeLines(path, jsonLines(rows)),
  parquet: async (path, rows) => {
    const columns = COLUMNS.map((column) => ({ ...column }));
    await parquetWriteRows({
      writer: fileWriter(path),
      rows,
      columns,
      rowGroupSize: ROW_GROUP,
      createdBy: 'bnd sweep',
    });
  },
};

/** The path of a table. @throws BadInput unless its ending says how to write it */
export function tablePath(path: string): string {
  if (formatOf(path) !== undefined) return path;
  throw new BadInput(
    `--out: needs a file that ends in .csv, .jsonl or .parquet; came ${quoted(path)}. Write --out map.csv.`,
  );
}

/** Writes a table in one step, row by row: a reader finds the old file or the new one. @throws BadInput when it cannot be written */
export async function writeTable(path: string, rows: Rows): Promise<void> {
  const format = formatOf(path);
  if (format === undefined) throw new Error(`writeTable: no format for ${path}.`);
  await replaceFileBy(path, (beside) => WRITERS[format](beside, rows), '--out');
}

async function writeLines(path: string, lines: AsyncIterable<string>): Promise<void> {
  await pipeline(Readable.from(lines), createWriteStream(path));
}

/** No value holds a comma, a quote or a line end: names come from catalogues. What has no value is an empty field. */
async function* csvLines(rows: Rows): AsyncGenerator<string, void, undefined> {
  yield `${COLUMNS.map(({ name }) => name).join(',')}\n`;
  for await (const row of rows) yield `${COLUMNS.map(({ name }) => String(row[name] ?? '')).join(',')}\n`;
}

async function* jsonLines(rows: Rows): AsyncGenerator<string, void, undefined> {
  for await (const row of rows) {
    yield `${JSON.stringify(Object.fromEntries(COLUMNS.map(({ name }) => [name, row[name]])))}\n`;
  }
}
