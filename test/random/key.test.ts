import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { derive, mix, rootKey, type StreamKey } from '../../src/random/key.js';
import { countRefutes } from './levels.js';

const root = rootKey('keys');

/** The number of pairs of equal keys among the siblings 0, 1, ..., count - 1, counted along their sorted order. */
function collisions(sibling: (part: number) => StreamKey, count: number): number {
  const words = new Uint32Array(2 * count);
  for (let i = 0; i < count; i++) {
    const { high, low } = sibling(i);
    words[2 * i] = low;
    words[2 * i + 1] = high;
  }
  const sorted = new BigUint64Array(words.buffer).sort();
  let equal = 0;
  for (let i = 1; i < count; i++) if (sorted[i] === sorted[i - 1]) equal++;
  return equal;
}

describe('derive', () => {
  test('gives a million siblings a million keys', () => {
    expect(collisions((part) => derive(root, part), 1e6)).toBe(0);
  });

  test('a derivation with 32 bits of key, and one that ignores the low bit, collide', () => {
    // 1e12 / 2 pairs over 2^32 keys: 116 collisions expected.
    expect(collisions((part) => ({ high: 0, low: derive(root, part).low }), 1e6)).toBeGreaterThan(50);
    expect(collisions((part) => derive(root, part & ~1), 1000)).toBe(500);
  });

  test('gives grandchildren of different children different keys', () => {
    expect(collisions((part) => derive(root, Math.floor(part / 1000), part % 1000), 1e6)).toBe(0);
  });

  test('in two steps is in one', () => {
    const word = fc.nat({ max: 0xffffffff });
    const part = fc.oneof(word, fc.string());
    fc.assert(
      fc.property(word, word, part, part, (high, low, a, b) => {
        expect(derive(derive({ high, low }, a), b)).toEqual(derive({ high, low }, a, b));
      }),
    );
  });

  test('tells parts apart by order, by where strings end and by kind', () => {
    const keys = [
      derive(root, 1, 2),
      derive(root, 2, 1),
      derive(root, 'ab', 'c'),
      derive(root, 'a', 'bc'),
      derive(root, 'abc'),
      derive(root, ''),
      derive(root, 0),
      derive(root, '0'),
      derive(root),
    ];
    expect(new Set(keys.map(({ high, low }) => `${high} ${low}`)).size).toBe(keys.length);
  });

  test.each([-1, 0.5, 2 ** 32, NaN, Infinity])('refuses %d, which would merge two streams', (part) => {
    expect(() => derive(root, part)).toThrow(new RangeError(`derive: needs an integer in [0, 2^32); came ${part}.`));
  });

  /** The number of output bits, of 64, whose flips under a change of one input bit are not a fair coin. */
  const biasedFlips = (sibling: (part: number) => StreamKey): number => {
    const trials = 4000;
    let biased = 0;
    for (const bit of [0, 1, 7, 15, 16, 31]) {
      const flips = new Array<number>(64).fill(0);
      for (let i = 0; i < trials; i++) {
        const part = Math.imul(i, 0x9e3779b1) >>> 0;
        const a = sibling(part);
        const b = sibling((part ^ (1 << bit)) >>> 0);
        for (let j = 0; j < 64; j++) {
          const changed = j < 32 ? a.low ^ b.low : a.high ^ b.high;
          flips[j] = (flips[j] ?? NaN) + ((changed >>> (j % 32)) & 1);
        }
      }
      biased += flips.filter((count) => countRefutes(count, trials, 0.5, 6 * 64)).length;
    }
    return biased;
  };

  test('one changed bit of a part changes every bit of the key half of the time', () => {
    expect(biasedFlips((part) => derive(root, part))).toBe(0);
    expect(biasedFlips((part) => ({ high: part, low: mix(part) }))).toBeGreaterThan(100);
  });
});

describe('rootKey', () => {
  test('tells repeated seeds apart', () => {
    const seeds = ['', '1', '11', '111', '1\u0000', 'a', 'aa', 'A', '0', '00'];
    const distinct = (key: (seed: string) => StreamKey): number =>
      new Set(seeds.map((seed) => JSON.stringify(key(seed)))).size;
    expect(distinct(rootKey)).toBe(seeds.length);
    expect(distinct((seed) => rootKey([...new Set(seed)].join('')))).toBeLessThan(seeds.length);
  });

  test('gives a seed the same key every time', () => {
    expect(rootKey('42')).toEqual(rootKey('42'));
  });
});

test('mix has an inverse, so it is a bijection', () => {
  /** The x with x ^ (x >>> 15) = y; for 16 the same without the last term. */
  const unshift15 = (y: number): number => y ^ (y >>> 15) ^ (y >>> 30);
  /** The odd inverse modulo 2^32, by Newton. */
  const inverse = (odd: number): number => {
    let x = odd;
    for (let step = 0; step < 5; step++) x = Math.imul(x, 2 - Math.imul(odd, x));
    return x;
  };
  const undo = (y: number): number => {
    const first = Math.imul(unshift15(y), inverse(0x735a2d97));
    const second = Math.imul(unshift15(first), inverse(0x21f0aaad));
    return (second ^ (second >>> 16)) >>> 0;
  };
  fc.assert(fc.property(fc.nat({ max: 0xffffffff }), (word) => undo(mix(word)) === word));
});
