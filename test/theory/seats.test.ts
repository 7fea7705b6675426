import fc from 'fast-check';
import { expect, test } from 'vitest';
import { derive, rootKey } from '../../src/random/key.js';
import { drawnFrom, seated } from '../../src/theory/seats.js';
import { worstOf } from '../../src/theory/worst.js';

const key = rootKey('seats');

test('Seats are keyed by the value of an instance, and count on where it comes up again', () => {
  const [a, b] = [{ sides: 2 }, { sides: 3 }];
  const keyOf = (instance: unknown, draw: number) => derive(derive(key, JSON.stringify(instance)), draw);
  expect(seated([a, b, { sides: 2 }], key, 2)).toEqual([
    [0, 1].map((draw) => ({ instance: a, key: keyOf(a, draw) })),
    [0, 1].map((draw) => ({ instance: b, key: keyOf(b, draw) })),
    [2, 3].map((draw) => ({ instance: a, key: keyOf(a, draw) })),
  ]);
  expect(seated([], key, 2)).toEqual([]);
});

test('Instances are drawn without bias, as many as are asked for, the same for the same key', () => {
  const numbers = fc.integer({ min: 0, max: 2 ** 30 });
  const drawn = drawnFrom(numbers, 200, key);
  expect(drawn).toHaveLength(200);
  expect(drawnFrom(numbers, 200, key)).toEqual(drawn);
  expect(drawnFrom(numbers, 200, rootKey('other'))).not.toEqual(drawn);
  // 200 of a uniform law: one below 2^20 comes with probability 0.18. Biased draws are so small in half of the cases.
  expect(drawn.filter((x) => x < 2 ** 20).length).toBeLessThan(5);
  expect(fc.sample(numbers, { numRuns: 200, seed: key.low | 0 }).filter((x) => x < 2 ** 20).length).toBeGreaterThan(5);
});

test('The worst instance has the smallest mean of its margins, and a NaN makes it minus infinity', () => {
  const seen = (instance: string, ...margins: readonly number[]) => margins.map((margin) => ({ instance, margin }));
  expect(worstOf([])).toBeUndefined();
  // Sums would choose `often`, the smallest margin `mixed`.
  const all = [...seen('often', 1, 1, -2, 1, -3), ...seen('mixed', -5, 7), ...seen('low', -1)];
  expect(worstOf(all)).toEqual({ instance: 'low', margin: -1 });
  expect(worstOf([...all, ...seen('mixed', -8)])).toEqual({ instance: 'mixed', margin: -2 });
  expect(worstOf([...all, ...seen('odd', NaN, 5)])).toEqual({ instance: 'odd', margin: -Infinity });
  // Its mean is above that of `low`, its sum and the product with its count are below.
  expect(worstOf([...seen('low', -1), ...seen('twice', -0.75, -0.75)])).toEqual({ instance: 'low', margin: -1 });
  expect(worstOf([...seen('first', 1), ...seen('second', 1)])).toEqual({ instance: 'first', margin: 1 });
});
