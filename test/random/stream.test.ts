import { describe, expect, test } from 'vitest';
import { derive, rootKey } from '../../src/random/key.js';
import { stateWord, Stream } from '../../src/random/stream.js';
import { chiSquareRefutes, countRefutes, equalCountsStatistic } from './levels.js';

const key = rootKey('stream');

/** xoshiro128++ in BigInt, from its description: an independent oracle. */
function xoshiro(state: readonly number[], count: number): number[] {
  const word = (x: bigint): bigint => BigInt.asUintN(32, x);
  const rotate = (x: bigint, by: bigint): bigint => word(x << by) | (x >> (32n - by));
  let [a = 0n, b = 0n, c = 0n, d = 0n] = state.map((x) => BigInt(x >>> 0));
  return Array.from({ length: count }, () => {
    const result = word(rotate(word(a + d), 7n) + a);
    const shifted = word(b << 9n);
    [c, d] = [c ^ a, d ^ b];
    [b, a] = [b ^ c, a ^ d];
    c ^= shifted;
    d = rotate(d, 11n);
    return Number(result);
  });
}

describe('Stream', () => {
  test('is xoshiro128++', () => {
    // First outputs from state 1, 2, 3, 4, by hand: rotl(1 + 4, 7) + 1 = 641.
    expect(xoshiro([1, 2, 3, 4], 3)).toEqual([641, 1573767, 3222811527]);
    const stream = new Stream(key);
    const state = [stateWord(key, 0), stateWord(key, 1), stateWord(key, 2), stateWord(key, 3) | 1];
    expect(Array.from({ length: 1000 }, () => stream.uint32())).toEqual(xoshiro(state, 1000));
  });

  /** The first double of each of many sibling streams, and many of one, in 100 bins with a mean of 2000. */
  const notUniform = (uniforms: readonly number[]): boolean => {
    const counts = new Array<number>(100).fill(0);
    for (const u of uniforms) {
      if (!(u >= 0 && u < 1)) return true;
      counts[Math.floor(100 * u)] = (counts[Math.floor(100 * u)] ?? NaN) + 1;
    }
    return chiSquareRefutes(equalCountsStatistic(counts), 99);
  };

  test('uniform is uniform, along a stream and across sibling streams', () => {
    const stream = new Stream(key);
    const along = Array.from({ length: 200_000 }, () => stream.uniform());
    const across = Array.from({ length: 200_000 }, (_, i) => new Stream(derive(key, i)).uniform());
    expect(notUniform(along)).toBe(false);
    expect(notUniform(across)).toBe(false);
    expect(notUniform(along.map((u) => u * u))).toBe(true);
    expect(notUniform(along.map((u) => 0.98 * u))).toBe(true);
  });

  test('uniform uses all 53 bits', () => {
    const stream = new Stream(key);
    const low = Array.from({ length: 10_000 }, () => (stream.uniform() * 2 ** 53) % 2);
    expect(countRefutes(low.filter((bit) => bit === 1).length, low.length, 0.5)).toBe(false);
    expect(low.every((bit) => bit === 0 || bit === 1)).toBe(true);
  });

  type Below = (stream: Stream, n: number) => number;
  const fair: Below = (stream, n) => stream.below(n);
  const remainder: Below = (stream, n) => stream.uint32() % n;

  /** With n = 3/4 of 2^32 a bare remainder hits the lowest third of [0, n) half of the time. */
  const favoursLowNumbers = (below: Below): boolean => {
    const stream = new Stream(key);
    const n = 3 * 2 ** 30;
    const draws = Array.from({ length: 20_000 }, () => below(stream, n));
    return countRefutes(draws.filter((x) => x < 2 ** 30).length, draws.length, 1 / 3);
  };

  test('below is unbiased where a bare remainder is not', () => {
    expect(favoursLowNumbers(fair)).toBe(false);
    expect(favoursLowNumbers(remainder)).toBe(true);
  });

  test.each([1, 2, 6, 100])('below(%i) reaches every number, each as often', (n) => {
    const stream = new Stream(key);
    const counts = new Array<number>(n).fill(0);
    for (let i = 0; i < 1000 * n; i++) {
      const x = stream.below(n);
      counts[x] = (counts[x] ?? NaN) + 1;
    }
    expect(counts).toHaveLength(n);
    expect(n > 1 && chiSquareRefutes(equalCountsStatistic(counts), n - 1)).toBe(false);
  });

  test('below(2^32) is the word itself', () => {
    expect(new Stream(key).below(2 ** 32)).toBe(new Stream(key).uint32());
  });
});
