/** Writes one text and a line end to standard output. */
export function print(text: string): void {
  process.stdout.write(`${printable(text)}\n`);
}

/** Line ends, tabs and colours stay. Other control characters, which text of a file may bring, could tell a terminal what to do. */
export function printable(text: string): string {
  // eslint-disable-next-line no-control-regex -- how a colour begins
  return text.replaceAll(/\u001b\[[\d;]*m|(?![\n\t])[\p{Cc}\u2028\u2029]/gu, (found) =>
    found.length > 1 ? found : `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Writes a value as indented JSON. Numbers that JSON lacks (NaN, ±Infinity) become null, -0 becomes 0. */
export function printJson(value: unknown): void {
  print(JSON.stringify(value, null, 2));
}
