import { decimal } from '../src/batches/decimal.js';
import { BadInput } from './bad-input.js';

/** Reads the text after an option. @throws BadInput, which names the option */
export type OptionParser<T> = (text: string) => T;

/** Whole numbers of [from, to]. */
export function wholeNumber(flag: string, what: string, from: number, to: number, example = 16): OptionParser<number> {
  return (text) => {
    const value = /^\+?\d+$/.test(text.trim()) ? Number(text) : NaN;
    if (value >= from && value <= to) return value;
    throw new BadInput(
      `${flag}: needs a whole number of ${what} from ${from} to ${to}; came ${quoted(text)}. Write one, such as ${flag} ${example}.`,
    );
  };
}

/** Finite real numbers. */
export function realNumber(flag: string, what: string): OptionParser<number> {
  return (text) => {
    const value = decimal(text.trim());
    // Adding 0 makes 0 of -0, which JSON and the names of activations would tell apart.
    if (!Number.isNaN(value)) return value + 0;
    throw new BadInput(
      `${flag}: needs ${what}, a finite number; came ${quoted(text)}. Write one, such as ${flag} 0.5.`,
    );
  };
}

/** One of a few words. */
export function oneOf<T extends string>(flag: string, words: readonly T[]): OptionParser<T> {
  return (text) => {
    const word = words.find((known) => known === text.trim().toLowerCase());
    if (word !== undefined) return word;
    throw new BadInput(`${flag}: needs ${words.join(' or ')}; came ${quoted(text)}. Write ${flag} ${words[0] ?? ''}.`);
  };
}

/** Any text but what looks like the next option: that means the value was forgotten, and would be a seed without a word. */
export function freeText(flag: string): OptionParser<string> {
  return (text) => {
    if (!text.startsWith('--')) return text;
    throw new BadInput(`${flag}: needs a value; came the option ${quoted(text)}. Write a value after ${flag}.`);
  };
}

/** What a catalogue of the core reads. Its RangeError says what is needed; this adds where. */
export function spelled<T>(flag: string, parse: (text: string) => T): OptionParser<T> {
  return (text) => {
    try {
      return parse(text);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      // Without the name of the function in front, which tells a user nothing.
      throw new BadInput(`${flag}: ${error.message.replace(/^parse\w+: /, '')}`, { cause: error });
    }
  };
}

/** A user's text as a message quotes it: on one line, and short. */
export function quoted(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}...` : text);
}
