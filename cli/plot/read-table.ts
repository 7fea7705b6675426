import { CsvError, parse } from 'csv-parse/sync';
import { decimal } from '../../src/batches/decimal.js';
import { canonicalData, canonicalStages, canonicalWeights } from '../../src/sweep/configuration.js';
import { BadInput } from '../bad-input.js';
import { boundedBytes } from '../bounded-file.js';
import { quoted } from '../options.js';
import { parseJson } from '../parse-json.js';
import { type SweepRow, sweepRow } from '../schemas/sweep.js';
import { COLUMNS, formatOf, type TableFormat } from '../sweep/columns.js';
import { parquetRows } from './parquet-rows.js';

/** Bytes: a million cells in any format. */
const MOST = 256 * 2 ** 20;

/** Something that should be a row, and where it is. */
interface Found {
  readonly place: string;
  readonly came: string;
  readonly value: unknown;
}

/** The rows of a table that `bnd sweep --out` wrote, in any of its formats. @throws BadInput that names the line, or the row */
export async function readTable(path: string): Promise<readonly SweepRow[]> {
  const format = formatOf(path);
  if (format === undefined) {
    throw new BadInput(
      `table: needs a file that ends in .csv, .jsonl or .parquet; came ${quoted(path)}. Write one with bnd sweep --out map.jsonl.`,
    );
  }
  const found = await READERS[format](bytesOf(path), path);
  if (found.length === 0)
    throw new BadInput(`table: needs at least one row; came the empty ${path}. Write one with bnd sweep.`);
  const known = catalogued();
  return found.map(({ place, came, value }) => {
    const row = sweepRow.safeParse(value);
    if (row.success && known(row.data)) return row.data;
    throw new BadInput(
      `${place}: needs a row of a sweep; came ${quoted(came)}. Write the table with bnd sweep --out map.${format}.`,
    );
  });
}

/** Whether the names are those of catalogues, as a sweep spells them: a drawing shows them, and looks for some. Looks each up once. */
function catalogued(): (row: SweepRow) => boolean {
  const seen = new Map<string, boolean>();
  const spelled = ({ stages, weights, data }: SweepRow): boolean => {
    try {
      return (
        canonicalStages(stages) === stages && canonicalWeights(weights) === weights && canonicalData(data) === data
      );
    } catch (error) {
      if (error instanceof RangeError) return false;
      throw error;
    }
  };
  return (row) => {
    const names = `${row.stages} ${row.weights} ${row.data}`;
    const known = seen.get(names) ?? spelled(row);
    seen.set(names, known);
    return known;
  };
}

type Reader = (bytes: Buffer, path: string) => readonly Found[] | Promise<readonly Found[]>;

const READERS: Readonly<Record<TableFormat, Reader>> = { csv: fromCsv, jsonl: fromLines, parquet: fromParquet };

function fromLines(bytes: Buffer, path: string): readonly Found[] {
  const text = bytes.toString().trimEnd();
  if (text === '') return [];
  return text.split('\n').map((came, i) => ({ place: `${path}:${i + 1}`, came, value: valueOf(came) }));
}

/** A line's value; undefined, which is no row, when it is not JSON. */
function valueOf(line: string): unknown {
  try {
    return parseJson(line);
  } catch {
    return undefined;
  }
}

function fromCsv(bytes: Buffer, path: string): readonly Found[] {
  const found: Found[] = [];
  let names: readonly string[] | undefined;
  try {
    parse(bytes, {
      bom: true,
      skip_empty_lines: true,
      relax_column_count: true, // what has too few cells is no row, which is said of it
      on_record: (cells: readonly string[], { lines }) => {
        if (names === undefined) names = cells;
        else found.push({ place: `${path}:${lines}`, came: cells.join(','), value: rowOf(names, cells) });
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw unreadable(path, 'CSV', 'csv', error);
  }
  return found;
}

/** The cells of a line under their names, numbers where the table has numbers: nothing between two commas is no value. */
function rowOf(names: readonly string[], cells: readonly string[]): unknown {
  const typed = (name: string, text: string): unknown => {
    if (COLUMNS.find((column) => column.name === name)?.type === 'STRING') return text;
    return text === '' ? null : decimal(text);
  };
  return cells.length === names.length
    ? Object.fromEntries(names.map((name, i) => [name, typed(name, cells[i] ?? '')]))
    : undefined;
}

async function fromParquet(bytes: Buffer, path: string): Promise<readonly Found[]> {
  const rows = await parquetRows(bytes).catch((error: unknown) => {
    throw unreadable(path, 'Parquet', 'parquet', error);
  });
  return rows.map((value, i) => ({ place: `${path}, row ${i + 1}`, came: Object.values(value).join(','), value }));
}

function unreadable(path: string, what: string, ending: TableFormat, error: unknown): BadInput {
  const why = error instanceof Error ? error.message : String(error);
  return new BadInput(
    `table: needs a ${what} file; came ${path}, which breaks off or is none (${why}). Write one with bnd sweep --out map.${ending}.`,
    { cause: error },
  );
}

function bytesOf(path: string): Buffer {
  try {
    return boundedBytes(path, MOST);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new BadInput(
      `table: needs a file that can be read; came ${path} (${code}). Write one with bnd sweep --out map.jsonl.`,
      { cause: error },
    );
  }
}
