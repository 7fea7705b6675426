import { CsvError, parse } from 'csv-parse/sync';
import { type Batch, build } from '../linalg/matrix.js';
import { decimal, isDecimal } from './decimal.js';
import { tableText } from './table-text.js';

/** How programs write a value that is missing or not finite: never the name of a column. */
const MISSING = /^(?:[+-]?(?:nan|inf|infinity)|n\/?a|null|none|)$/i;

const MIB = 1_048_576;
/** Bytes, or characters, of the largest table: its longest line is texts first, which take some twenty times their room in memory. */
const MOST = 64 * MIB;

/**
 * The batch in a table of numbers, one row a data point. Shape: columns of the table × rows of the table.
 *
 * A first line without any number is a header and skipped. Cells are separated by commas and may be quoted; blank lines and
 * spaces around a cell do not count.
 * @param table the bytes of a file, in UTF-8 or UTF-16, or its text
 * @param path names the file in messages
 * @throws RangeError for an empty table, one of more than 64 MiB, rows of different lengths, and cells that are not finite numbers
 */
export function parseCsvBatch(table: Uint8Array | string, path: string): Batch {
  const { columns, rows } = records(table, path);
  if (rows.length === 0) {
    throw new RangeError(
      `${path}: needs at least one row of numbers; came ${columns === undefined ? 'an empty file' : 'a header only'}. Write one data point a row, with commas between the numbers.`,
    );
  }
  return build(columns ?? 0, rows.length, (i, j) => rows[j]?.[i] ?? NaN);
}

/** What a table holds, row by row, and how many columns: undefined of an empty one. */
interface Records {
  readonly columns: number | undefined;
  readonly rows: readonly Float64Array[];
}

function records(table: Uint8Array | string, path: string): Records {
  if (table.length > MOST) {
    throw new RangeError(
      `${path}: needs a table of at most ${MOST / MIB} MiB; came ${Math.ceil(table.length / MIB)}. Save it as NPY, or the points that are wanted.`,
    );
  }
  const rows: Float64Array[] = [];
  // The header counts too: R writes row names without one, and they are no feature.
  let first: { readonly line: number; readonly columns: number } | undefined;
  const take = (cells: readonly string[], line: number): void => {
    const header = first === undefined && cells.every((cell) => !isDecimal(cell) && !MISSING.test(cell));
    first ??= { line, columns: cells.length };
    if (header) return;
    if (cells.length !== first.columns) {
      throw new RangeError(
        `${path}:${line}: needs ${first.columns} cells, as in line ${first.line}; came ${cells.length}. Give every data point the same features.`,
      );
    }
    rows.push(Float64Array.from(cells, (cell, j) => toNumber(cell, `${path}:${line}: column ${j + 1}`)));
  };
  try {
    parse(typeof table === 'string' ? table : tableText(table), {
      bom: true,
      trim: true,
      skip_empty_lines: true,
      // Checked above, with the line to compare with.
      relax_column_count: true,
      // Numbers at once: a large table of texts would not fit into memory.
      on_record: (cells, { lines }) => {
        take(cells, lines);
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error['lines'] === 'number' ? `:${error['lines']}` : '';
    throw new RangeError(
      `${path}${line}: needs cells separated by commas; came a quote that is not closed or not at the start of its cell. Remove the quotes.`,
      { cause: error },
    );
  }
  return { columns: first?.columns, rows };
}

function toNumber(cell: string, where: string): number {
  const value = decimal(cell);
  if (!Number.isNaN(value)) return value;
  const came = cell === '' ? 'an empty cell' : JSON.stringify(cell.length > 40 ? `${cell.slice(0, 40)}...` : cell);
  throw new RangeError(
    `${where} needs a finite number; came ${came}. Separate cells by commas, leave out labels, and fill or drop missing values.`,
  );
}
