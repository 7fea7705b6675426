import { exampleOf, takeApart, withNumber } from '../state/spelled.js';

/** A list of words with a field for the number that some of them have. */
export interface SpelledControl {
  readonly show: (text: string) => void;
  /** A word of the state that is not in the list, such as the name of a file. */
  readonly offer: (text: string) => void;
}

/** Lets a user choose one of `examples` and its number; tells the whole word, such as `leaky(0.2)`. */
export function spelledControl(
  select: HTMLSelectElement,
  field: HTMLInputElement,
  examples: readonly string[],
  tell: (text: string) => void,
): SpelledControl {
  const offer = (text: string): void => {
    if ([...select.options].some(({ value }) => value === text)) return;
    const { before, number } = takeApart(text);
    select.append(new Option(number === undefined ? text : before.replace(/[(^]$/, ''), text));
  };
  examples.forEach(offer);
  select.addEventListener('change', () => tell(select.value));
  field.addEventListener('change', () => {
    if (field.value !== '') tell(withNumber(select.value, field.value));
  });
  return {
    offer,
    show: (text) => {
      const example = exampleOf(examples, text);
      if (example === undefined) offer(text);
      select.value = example ?? text;
      const { number } = takeApart(text);
      field.hidden = number === undefined;
      if (number !== undefined) field.value = number;
    },
  };
}
