import Table, { type HorizontalAlignment } from 'cli-table3';
import { styleText } from 'node:util';

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
}

/** A table with a heading, as text. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const drawn = new Table({
    head: columns.map(({ head }) => coloured('bold', head)),
    colAligns: columns.map(({ align }) => align ?? 'left'),
    colWidths: columns.map(({ width }) => width ?? null),
    wordWrap: true,
    style: { head: [], border: [], compact: true },
  });
  for (const row of rows) drawn.push([...row]);
  return drawn.toString();
}
