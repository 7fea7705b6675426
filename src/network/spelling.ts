/** One thing that a user can ask for by name. */
export interface Spelling<T> {
  /** A way to write it: `relu`, `leaky(0.1)`, `relu^2`. A number in it stands for any number. */
  readonly example: string;
  /** What it stands for, given the number; NaN comes in when the example has none. */
  readonly make: (number: number) => T;
}

// Not \d+\.?\d*, which takes quadratic time on a long run of digits with a letter behind it.
const NUMBER = /^[-+]?(\d+(\.\d*)?|\.\d+)(e[-+]?\d+)?$/;

/**
 * What a user's text stands for.
 *
 * @param where the function to name in the error
 * @throws RangeError when the text is none of the spellings, or its number is not one that `make` takes
 */
export function parseSpelling<T>(where: string, spellings: readonly Spelling<T>[], text: string): T {
  const wanted = text.trim();
  for (const { example, make } of spellings) {
    const [, before = example, number, after = ''] = /^(\D*)([\d.]+)(\D*)$/.exec(example) ?? [];
    if (number === undefined && wanted === before) return make(NaN);
    if (number === undefined || !wanted.startsWith(before) || !wanted.endsWith(after)) continue;
    const digits = wanted.slice(before.length, wanted.length - after.length);
    if (NUMBER.test(digits)) return make(Number(digits));
  }
  const list = spellings.map(({ example }) => example).join(', ');
  throw new RangeError(
    `${where}: needs one of ${list}, with any number where one stands; came '${text}'. Write one of these.`,
  );
}
