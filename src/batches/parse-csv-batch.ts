import { CsvError, parse } from 'csv-parse/sync';
import { type Batch, build } from '../linalg/matrix.js';
import { decimal, isDecimal } from './decimal.js';
import { tableText } from './table-text.js';

/** How programs write a value that is missing or not finite: never the name of a column. */
const MISSING = /^(?:[+-]?(?:nan|inf|infinity)|n\/?a|null|none|)$/i;

interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * The batch in a table of numbers, one row a data point. Shape: columns of the table × rows of the table.
 *
 * A first line without any number is a header and skipped. Cells are separated by commas and may be quoted; blank lines and
 * spaces around a cell do not count.
 * @param table the bytes of a file, in UTF-8 or UTF-16, or its text
 * @param path names the file in messages
 * @throws RangeError for an empty table, rows of different lengths, and cells that are not finite numbers
 */
export function parseCsvBatch(table: Uint8Array | string, path: string): Batch {
  const rows = records(table, path);
  const [first] = rows;
  if (first?.cells.every((cell) => !isDecimal(cell) && !MISSING.test(cell)) === true) rows.shift();
  if (first === undefined || rows.length === 0) {
    throw new RangeError(
      `${path}: needs at least one row of numbers; came ${first === undefined ? 'an empty file' : 'a header only'}. Write one data point a row, with commas between the numbers.`,
    );
  }
  // The header counts too: R writes row names without one, and they are no feature.
  const columns = first.cells.length;
  const numbers = rows.map(({ line, cells }) => {
    if (cells.length !== columns) {
      throw new RangeError(
        `${path}:${line}: needs ${columns} cells, as in line ${first.line}; came ${cells.length}. Give every data point the same features.`,
      );
    }
    return cells.map((cell, j) => toNumber(cell, `${path}:${line}: column ${j + 1}`));
  });
  return build(columns, numbers.length, (i, j) => numbers[j]?.[i] ?? NaN);
}

function records(table: Uint8Array | string, path: string): Row[] {
  const rows: Row[] = [];
  try {
    parse(typeof table === 'string' ? table : tableText(table), {
      bom: true,
      trim: true,
      skip_empty_lines: true,
      // Checked above, with the line to compare with.
      relax_column_count: true,
      on_record: (cells, { lines }) => {
        rows.push({ line: lines, cells });
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
  return rows;
}

function toNumber(cell: string, where: string): number {
  const value = decimal(cell);
  if (!Number.isNaN(value)) return value;
  const came = cell === '' ? 'an empty cell' : JSON.stringify(cell.length > 40 ? `${cell.slice(0, 40)}...` : cell);
  throw new RangeError(
    `${where} needs a finite number; came ${came}. Separate cells by commas, leave out labels, and fill or drop missing values.`,
  );
}
