import { expect, test } from 'vitest';
import { derive, rootKey } from '../../src/random/key.js';
import { Stream } from '../../src/random/stream.js';
import { medianInterval } from '../../src/statistics/median-interval.js';
import { rateInterval } from '../../src/statistics/rate-interval.js';
import { clopperPearson } from './clopper-pearson.js';

const counting = (count: number): readonly number[] => Array.from({ length: count }, (_, i) => i + 1);

test('Eight draws are the fewest that bound a median at 5 %: by the smallest and the largest of them', () => {
  expect(medianInterval(counting(7), 0.05)).toEqual({ estimate: 4, lower: -Infinity, upper: Infinity });
  expect(medianInterval(counting(8), 0.05)).toEqual({ estimate: 4, lower: 1, upper: 8 });
});

test('The order of the draws is of no account, and the interval shrinks as they grow in number', () => {
  const few = medianInterval(counting(100), 0.05);
  expect(medianInterval(counting(100).toReversed(), 0.05)).toEqual(few);
  // Draws below the lower bound: the most that an event of probability 1/2 certainly exceeds.
  const below = few.lower - 1;
  expect(rateInterval(below, 100, 0.025).upper).toBeLessThan(0.5);
  expect(rateInterval(below + 1, 100, 0.025).upper).toBeGreaterThanOrEqual(0.5);
  expect(few).toEqual({ estimate: 50, lower: 1 + below, upper: 100 - below });
  const { lower, upper } = medianInterval(counting(10_000), 0.05);
  expect((upper - lower) / 10_000).toBeLessThan(0.2 * ((few.upper - few.lower) / 100));
});

test('Infinity is a value like others; one that does not exist may stand anywhere', () => {
  const { lower, upper } = medianInterval(counting(100), 0.05);
  const half = [...counting(50), ...counting(50).map(() => Infinity)];
  expect(medianInterval(half, 0.05)).toEqual({ estimate: 50, lower, upper: Infinity });
  const gaps = [...counting(97), NaN, NaN, NaN];
  expect(medianInterval(gaps, 0.05)).toEqual({ estimate: 49, lower: lower - 3, upper });
  expect(medianInterval([1, NaN, NaN], 0.05).estimate).toBe(NaN);
  // Of two, the lower is the median, and the one that does not exist may be it.
  expect(medianInterval([1, NaN], 0.05).estimate).toBe(NaN);
  expect(medianInterval([1, 2, NaN], 0.05).estimate).toBe(1);
});

/** In how many of 300 sequences the interval ever left out a value, looked at after each of 150 draws from dice of ten sides. */
function everMissed(value: number, level: number): number {
  let missed = 0;
  for (let k = 0; k < 300; k++) {
    const stream = new Stream(derive(rootKey('median interval'), k));
    const drawn: number[] = [];
    let out = false;
    while (drawn.length < 150 && !out) {
      drawn.push(Math.floor(10 * stream.uniform()));
      const { lower, upper } = medianInterval(drawn, level);
      out = value < lower || value > upper;
    }
    if (out) missed++;
  }
  return missed;
}

test('The interval leaves out the median with at most its probability at any moment of a sequence, and another value often', () => {
  // P(x <= 4) = 1/2 exactly: the median is 4, the hardest place for a lower bound.
  const tooOften = (missed: number): boolean => clopperPearson(missed, 300, 1e-6).lower > 0.2;
  expect(tooOften(everMissed(4, 0.2))).toBe(false);
  expect(tooOften(everMissed(6, 0.2))).toBe(true);
});
