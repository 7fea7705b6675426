/** A choice that a user writes as one word, some with a number in them: `relu`, `leaky(0.1)`, `relu^2`. */
export interface Spelled {
  readonly before: string;
  /** As written; undefined when the word takes none. */
  readonly number: string | undefined;
  readonly after: string;
}

/** Takes the number out of a word. */
export function takeApart(text: string): Spelled {
  const [, before = text, number, after = ''] = /^(.*?[(^])([^()]*)(\)?)$/.exec(text) ?? [];
  return { before, number, after };
}

/** The word with another number; one that takes no number stays as it is. */
export function withNumber(text: string, number: string): string {
  const { before, number: old, after } = takeApart(text);
  return old === undefined ? text : `${before}${number}${after}`;
}

/** The one of `examples` that a word is a spelling of, whatever its number. */
export function exampleOf(examples: readonly string[], text: string): string | undefined {
  const { before, number } = takeApart(text);
  return examples.find((example) => {
    const known = takeApart(example);
    return known.before === before && (known.number === undefined) === (number === undefined);
  });
}
