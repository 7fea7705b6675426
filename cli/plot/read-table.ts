import { readFileSync } from 'node:fs';
import { BadInput } from '../bad-input.js';
import { quoted } from '../options.js';
import { type SweepRow, sweepRow } from '../schemas/sweep.js';

/** The rows of a table that `bnd sweep --out map.jsonl` wrote. @throws BadInput that names the line */
export function readTable(path: string): readonly SweepRow[] {
  if (!path.endsWith('.jsonl')) {
    throw new BadInput(
      `table: needs a file of JSON lines; came ${quoted(path)}. Write one with bnd sweep --out map.jsonl.`,
    );
  }
  return linesOf(path).map((line, i) => {
    const row = sweepRow.safeParse(valueOf(line));
    if (row.success) return row.data;
    throw new BadInput(
      `${path}:${i + 1}: needs a row of a sweep; came ${quoted(line)}. Write the table with bnd sweep --out map.jsonl.`,
    );
  });
}

function linesOf(path: string): readonly string[] {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new BadInput(
      `table: needs a file that can be read; came ${path} (${code}). Write one with bnd sweep --out map.jsonl.`,
      {
        cause: error,
      },
    );
  }
  const lines = text.trimEnd().split('\n');
  if (text.trim() === '')
    throw new BadInput(`table: needs at least one row; came the empty ${path}. Write one with bnd sweep.`);
  return lines;
}

/** A line's value; undefined, which is no row, when it is not JSON. */
function valueOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
