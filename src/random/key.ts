import seedrandom from 'seedrandom';

/** A 64-bit name of one random stream. Plain data: it can be printed, compared and sent to a worker. */
export interface StreamKey {
  readonly high: number;
  readonly low: number;
}

/** A bijection of 32-bit words in which every input bit moves every output bit. */
export function mix(word: number): number {
  let z = word | 0;
  z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
  z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
  return (z ^ (z >>> 15)) >>> 0;
}

/**
 * The key that a user's seed stands for.
 *
 * The seed is terminated by NUL, because seedrandom repeats short strings: '1' and '11' would be one stream.
 */
export function rootKey(seed: string): StreamKey {
  const source = seedrandom(`${seed}\0`);
  return { high: source.int32() >>> 0, low: source.int32() >>> 0 };
}

/**
 * The key of a part of what `key` names: a claim, an instance, a draw, a layer, a block.
 *
 * Distinct numbers (or strings of one length) under one key never collide: each step is a bijection of the part.
 * @param parts each a string, or an integer in [0, 2^32)
 * @throws RangeError when a number is not such an integer, since rounding it would merge two streams
 */
export function derive(key: StreamKey, ...parts: readonly (string | number)[]): StreamKey {
  let { high, low } = key;
  const absorb = (word: number): void => {
    high = mix((high ^ word) + 0x9e3779b9);
    low = mix((low + high) ^ ((word << 16) | (word >>> 16)));
    high = (high + mix(low ^ 0x85ebca6b)) >>> 0;
  };
  for (const part of parts) {
    if (typeof part === 'string') {
      for (let i = 0; i < part.length; i++) absorb(part.charCodeAt(i));
      absorb(0x80000000 + part.length); // terminated, so that ('ab', 'c') and ('a', 'bc') differ
    } else {
      if (!Number.isInteger(part) || part < 0 || part >= 4294967296) {
        throw new RangeError(`derive: needs an integer in [0, 2^32); came ${part}.`);
      }
      absorb(part);
    }
  }
  return { high, low };
}
