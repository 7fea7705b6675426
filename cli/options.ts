import { InvalidArgumentError } from 'commander';

/** A parser of whole numbers of [min, max] for one option. */
export function wholeNumber(what: string, min: number, max: number): (text: string) => number {
  return (text) => {
    const value = /^[+-]?\d+$/.test(text.trim()) ? Number(text) : NaN;
    if (value >= min && value <= max) return value;
    throw new InvalidArgumentError(`Needs a whole number of ${what} from ${min} to ${max}; came "${text}".`);
  };
}

/** A parser of finite real numbers. */
export function realNumber(what: string): (text: string) => number {
  return (text) => {
    const value = text.trim() === '' ? NaN : Number(text);
    if (Number.isFinite(value)) return value;
    throw new InvalidArgumentError(`Needs ${what}, a finite number; came "${text}".`);
  };
}

/** A parser of what a catalogue of the core reads; its RangeError becomes the option's error. */
export function spelled<T>(parse: (text: string) => T): (text: string) => T {
  return (text) => {
    try {
      return parse(text);
    } catch (error) {
      throw new InvalidArgumentError(error instanceof Error ? error.message : String(error));
    }
  };
}
