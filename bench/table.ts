/** A table of Markdown: numbers to the right, words to the left, told apart by the first row. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const rule = head.map((_, c) => (/^[\d.,]+×?$/.test(rows[0]?.[c] ?? '') ? '--:' : '---'));
  return [line(head), line(rule), ...rows.map(line)].join('\n');
}
