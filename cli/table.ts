import Table, { type HorizontalAlignment } from 'cli-table3';
import { styleText } from 'node:util';
import { screenWidth } from './screen.js';

/** The colours that this suite uses. */
export type Colour = 'green' | 'red' | 'yellow' | 'bold';

/** Text in a colour, when standard output is a terminal that shows colours and NO_COLOR is not set. */
export function coloured(colour: Colour, text: string): string {
  return styleText(colour, text, { stream: process.stdout });
}

/** One column of a table. */
export interface Column {
  readonly head: string;
  readonly align?: HorizontalAlignment;
  /** Wraps cells to so many characters; as wide as its cells when not given. */
  readonly width?: number;
  /** May be left out where the screen is too narrow; those with the smallest number go first. */
  readonly rank?: number;
}

/** A table with a heading, as text. Leaves out columns, and says which, when the whole is wider than the screen. */
export function table(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  width: number = screenWidth(),
): string {
  const order = columns.flatMap(({ rank }, j) => (rank === undefined ? [] : [{ rank, j }]));
  const droppable = order.toSorted((a, b) => a.rank - b.rank || b.j - a.j).map(({ j }) => j);
  for (let drops = 0; ; drops++) {
    const gone = new Set(droppable.slice(0, drops));
    const text = drawn(
      columns.filter((_, j) => !gone.has(j)),
      rows.map((row) => row.filter((_, j) => !gone.has(j))),
    );
    const fits = (text.split('\n')[0] ?? '').length <= width;
    if (!fits && drops < droppable.length) continue;
    const names = columns.filter((_, j) => gone.has(j)).map(({ head }) => head);
    return drops === 0 ? text : `${text}\n(left out on this narrow screen: ${names.join('; ')})`;
  }
}

function drawn(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const result = new Table({
    head: columns.map(({ head }) => coloured('bold', head)),
    colAligns: columns.map(({ align }) => align ?? 'left'),
    colWidths: columns.map(({ width }) => width ?? null),
    wordWrap: true,
    style: { head: [], border: [], compact: true },
  });
  for (const row of rows) result.push([...row]);
  return result.toString();
}
