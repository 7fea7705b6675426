import { describe, expect, test } from 'vitest';
import { throwCoins } from '../../src/random/coins.js';
import { derive, rootKey } from '../../src/random/key.js';
import { Stream } from '../../src/random/stream.js';
import { countRefutes } from './levels.js';

const key = rootKey('coins');

/** A stream that gives these words. */
class Given extends Stream {
  private next = 0;
  constructor(private readonly words: readonly number[]) {
    super(key);
  }
  override uint32(): number {
    return this.words[this.next++] ?? expect.fail(`needs at most ${this.words.length} words`);
  }
}

const bits = (word: number): number => {
  let count = 0;
  for (let left = word; left !== 0; left &= left - 1) count++;
  return count;
};

describe('throwCoins', () => {
  // All 32 numbers of five digits, one in each place: digit t of number i is bit 4 - t of i.
  const digits = [4, 3, 2, 1, 0].map((t) =>
    Array.from({ length: 32 }, (_, i) => ((i >>> t) & 1) * 2 ** i).reduce((a, b) => a + b, 0),
  );

  test.each(Array.from({ length: 33 }, (_, k) => k))(
    'shows 1 for exactly %i of 32 equally likely numbers when p is that',
    (k) => {
      const heads = throwCoins(new Given(digits), k / 32) >>> 0;
      expect(heads).toBe(2 ** k - 1); // number i < k is below k / 32
    },
  );

  test('compares every digit of p: the double below 1/2 is told from 1/2', () => {
    const ones = Array.from({ length: 53 }, () => 0xffffffff);
    const zeros = ones.map(() => 0);
    const words = [0xffffffff, ...zeros.slice(1)]; // 1/2
    expect(throwCoins(new Given([0, ...ones]), 0.5 - 2 ** -54)).toBe(0);
    expect(throwCoins(new Given([0, ...ones.slice(1), 0]), 0.5 - 2 ** -54)).toBe(-1);
    expect(throwCoins(new Given([0]), 0.5)).toBe(-1);
    expect(throwCoins(new Given(words), 0.5 + 2 ** -53)).toBe(-1);
    expect(throwCoins(new Given(words), 0.5)).toBe(0);
  });

  test.each([0.5, 0.05, 0.3, 1e-3, 0.999])('has the rate %f in each bit, and no other', (p) => {
    const stream = new Stream(derive(key, 'rate'));
    const words = Array.from({ length: 20_000 }, () => throwCoins(stream, p));
    const wrong = (rate: number): boolean =>
      countRefutes(
        words.reduce((sum, word) => sum + bits(word), 0),
        32 * words.length,
        rate,
        33,
      ) ||
      Array.from({ length: 32 }, (_, i) => words.reduce((sum, word) => sum + ((word >>> i) & 1), 0)).some((count) =>
        countRefutes(count, words.length, rate, 33),
      );
    expect(wrong(p)).toBe(false);
    expect(wrong(p === 1e-3 ? 1.4e-3 : p - 0.01)).toBe(true);
  });

  test('is sure of 0 and of 1', () => {
    expect(throwCoins(new Given([]), 0)).toBe(0);
    expect(throwCoins(new Given([]), 1)).toBe(-1);
    expect(throwCoins(new Stream(key), 5e-324)).toBe(0);
  });
});
