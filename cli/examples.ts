/** The end of a help text: command lines, each with what it does. */
export function examples(lines: Readonly<Record<string, string>>): string {
  const width = Math.max(...Object.keys(lines).map((line) => line.length));
  const rows = Object.entries(lines).map(([line, what]) => `  ${line.padEnd(width)}  ${what}`);
  return `\nExamples:\n${rows.join('\n')}`;
}
