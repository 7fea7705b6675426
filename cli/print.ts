/** Writes one text and a line end to standard output. */
export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** Writes a value as indented JSON. Numbers that JSON lacks (NaN, ±Infinity) become null, -0 becomes 0. */
export function printJson(value: unknown): void {
  print(JSON.stringify(value, null, 2));
}
