import { describe, expect, it, test } from 'vitest';
import { Landscape } from '../../src/search/landscape.js';
import { at } from '../../src/search/leaf.js';
import { simpler, simplified } from '../../src/search/simplest.js';

const number = (instance: unknown, ...path: readonly (string | number)[]): number => Number(at(instance, path));

/** What remains of a start, on a landscape learned from a few instances. */
function simplest(
  start: unknown,
  sample: readonly unknown[],
  bad: (instance: unknown) => boolean,
  { budget = 1000, recognises = (): boolean => true } = {},
): { readonly instance: unknown; readonly asked: readonly unknown[] } {
  const asked: unknown[] = [];
  const ask = (instance: unknown): boolean => {
    asked.push(instance);
    return bad(instance);
  };
  const result = simplified(start, new Landscape(sample, recognises), ask, budget);
  expect(result.asked).toBe(asked.length);
  return { instance: result.instance, asked };
}

describe('an instance is simpler', () => {
  test.each(['points', 'odd', 'cluster', 'size', 'groups'])('with less of %s, whatever its width', (name) => {
    expect(simpler({ [name]: 1, width: 90 }, { [name]: 2, width: 1 })).toBe(true);
    expect(simpler({ [name]: [1, 1], width: 90 }, { [name]: [1, 2], width: 1 })).toBe(true);
    expect(simpler({ [name]: -2, width: 1 }, { [name]: 1, width: 90 })).toBe(false);
  });

  test.each(['width', 'inputs'])('with less of %s, whatever its depth', (name) => {
    expect(simpler({ [name]: 1, depth: 90 }, { [name]: 2, depth: 1 })).toBe(true);
  });

  test.each(['depth', 'layers'])('with less of %s, whatever else', (name) => {
    expect(simpler({ [name]: 1, x: 90 }, { [name]: 2, x: 1 })).toBe(true);
  });

  it('with a shorter text before smaller numbers, and by their sizes', () => {
    expect(simpler({ x: 90 }, { x: 0.5 })).toBe(true);
    expect(simpler({ law: 'b', x: 3 }, { law: 'a', x: 4 })).toBe(true);
    expect(simpler({ x: [-1, 5] }, { x: [-2, 3] })).toBe(false); // 6 in all, not 5
    expect(simpler({ law: 'a' }, { law: 'b' })).toBe(false); // texts say nothing
  });
});

describe('simplifying', () => {
  const line = [{ x: 0 }, { x: 100_000 }];

  it('takes the value nearest to 0 that does, of those that were seen', () => {
    const { instance, asked } = simplest({ x: 9 }, [{ x: -5 }, { x: 2 }, { x: 9 }], () => true);
    expect(instance).toEqual({ x: 0 }); // 2 at once, then step by step
    expect(asked).toEqual([{ x: 2 }, { x: 1 }, { x: 0 }]);
  });

  it('bisects between the nearest that was refused and what stands, and looks at six below', () => {
    const { instance, asked } = simplest({ x: 100_000 }, line, (x) => number(x, 'x') >= 43_211);
    expect(instance).toEqual({ x: 43_211 });
    expect(asked.slice(0, 4)).toEqual([{ x: 0 }, { x: 50_000 }, { x: 25_000 }, { x: 37_500 }]);
    // 17 halvings, six below, and as many between 0 and there in the pass that finds nothing more.
    expect(asked.length).toBeLessThanOrEqual(1 + 17 + 6 + 16);
  });

  it('finds every other value where bisection is stuck, six steps below at most', () => {
    const every = (gap: number): unknown =>
      simplest({ x: 700 }, [{ x: 0 }, { x: 700 }], (x) => number(x, 'x') % gap === 0 && number(x, 'x') > 0).instance;
    expect(every(6)).toEqual({ x: 6 });
    expect(every(7)).toEqual({ x: 175 }); // 350 and 175 by halves
  });

  it('brings negative numbers up', () => {
    const below = (x: unknown): boolean => number(x, 'x') <= -37;
    expect(simplest({ x: -90 }, [{ x: -90 }, { x: 0 }], below).instance).toEqual({ x: -37 });
  });

  it('tries whole numbers before finer ones', () => {
    const sample = [{ x: 0 }, { x: 0.01 }, { x: 100 }];
    const { instance, asked } = simplest({ x: 77.25 }, sample, (x) => number(x, 'x') >= 20.5);
    expect(instance).toEqual({ x: 21 });
    expect(asked.filter((x) => !Number.isInteger(number(x, 'x'))).every((x) => number(x, 'x') < 1)).toBe(true);
  });

  it('takes of listed values only those', () => {
    const listed = [1, 3, 10, 30, 100, 300, 1000].map((x) => ({ x }));
    const { instance, asked } = simplest({ x: 1000 }, listed, (x) => number(x, 'x') > 20, { recognises: () => false });
    expect(instance).toEqual({ x: 30 });
    const values = asked.map((x) => number(x, 'x'));
    expect(values.filter((x) => ![1, 3, 10, 30, 100, 300].includes(x))).toEqual([]);
  });

  it('takes another text only where that is simpler', () => {
    const sample = [{ law: 'a' }, { law: 'gauss' }, { law: 'sphere' }];
    expect(simplest({ law: 'sphere' }, sample, () => true).instance).toEqual({ law: 'a' });
    expect(simplest({ law: 'sphere' }, sample, (x) => at(x, ['law']) !== 'a').instance).toEqual({ law: 'gauss' });
    // In whatever order they were seen, the shortest first.
    const { instance, asked } = simplest({ law: 'sphere' }, [...sample].reverse(), () => true);
    expect({ instance, asked }).toEqual({ instance: { law: 'a' }, asked: [{ law: 'a' }] });
    expect(simplest({ law: 'a' }, sample, () => true).asked).toEqual([]);
  });

  it('leaves alone what the sample does not know', () => {
    const { instance, asked } = simplest({ y: 9, law: 'long' }, [{ x: 0 }], () => true);
    expect({ instance, asked }).toEqual({ instance: { y: 9, law: 'long' }, asked: [] });
  });

  it('drops elements of lists from the end, then makes numbers small, gravest first', () => {
    const sample = [
      { x: 0, points: 1, list: [0] },
      { x: 9, points: 9, list: [9] },
    ];
    const { instance, asked } = simplest({ x: 9, points: 9, list: [3, 7, 9] }, sample, (x) => {
      const list: unknown = at(x, ['list']);
      return Array.isArray(list) && list.includes(7);
    });
    expect(instance).toEqual({ x: 0, points: 1, list: [7] });
    expect(asked.slice(0, 3)).toEqual([
      { x: 9, points: 9, list: [3, 7] },
      { x: 9, points: 9, list: [3] },
      { x: 9, points: 9, list: [7] },
    ]);
    expect(asked[3]).toEqual({ x: 9, points: 1, list: [7] });
  });

  it('asks of very many values the sixteen nearest to 0, and then ever farther ones', () => {
    const sample = Array.from({ length: 100 }, (_, k) => ({ x: 2 * k + 1 }));
    const { asked } = simplest({ x: 199 }, sample, () => false);
    // 1 to 31, then the 16th, 32nd and 64th; between the last of them and what stands by halves; then six below.
    expect(asked.map((x) => number(x, 'x'))).toEqual([
      ...Array.from({ length: 16 }, (_, k) => 2 * k + 1),
      ...[33, 65, 129],
      ...[164, 181, 190, 194, 196, 197, 198],
      ...[195, 193],
    ]);
  });
});

describe('simplifying two numbers at once', () => {
  const pair = [
    { a: 0, b: 0 },
    { a: 90, b: 90 },
  ];

  it('gives to one what the other loses, or puts it at an end of its range', () => {
    const sum = (x: unknown): boolean => number(x, 'a') + number(x, 'b') === 97;
    expect(simplest({ a: 50, b: 47 }, pair, sum).instance).toEqual({ a: 7, b: 90 });
    const difference = (x: unknown): boolean => number(x, 'a') - number(x, 'b') === 7;
    expect(simplest({ a: 50, b: 43 }, pair, difference).instance).toEqual({ a: 7, b: 0 });
    const end = (x: unknown): boolean => number(x, 'b') === 90 || number(x, 'a') === 50;
    expect(simplest({ a: 50, b: 1 }, pair, end).instance).toEqual({ a: 50, b: 0 });
  });

  it('goes by a step where no value that was seen will do', () => {
    const product = (x: unknown): boolean => number(x, 'a') * number(x, 'b') === 720;
    const sum = (x: unknown): boolean => number(x, 'a') + number(x, 'b') === 140 && number(x, 'a') >= 60;
    expect(simplest({ a: 75, b: 65 }, pair, sum).instance).toEqual({ a: 60, b: 80 });
    expect(simplest({ a: 20, b: 36 }, pair, product).instance).toEqual({ a: 20, b: 36 });
  });

  it('takes nothing of a text, nor of a number that has but one value', () => {
    const sample = [
      { a: 0, law: 'long', same: 4 },
      { a: 90, law: 'long', same: 4 },
    ];
    const { asked } = simplest({ a: 50, law: 'long', same: 4 }, sample, () => false);
    expect(asked.length).toBeGreaterThan(0);
    expect(asked).toEqual(asked.map((each) => ({ a: number(each, 'a'), law: 'long', same: 4 })));
  });

  it('is not done for more than twelve numbers', () => {
    const asked = (count: number): number => {
      const list = (value: number) => Array.from({ length: count }, () => value);
      const start = { at: list(5) };
      return simplest(start, [{ at: list(0) }, { at: list(9) }], (x) => JSON.stringify(x) === 'never', {
        budget: 10_000,
      }).asked.length;
    };
    expect(asked(12)).toBeGreaterThan(12 * 11);
    expect(asked(13)).toBeLessThan(13 * 11);
  });

  it('asks no more often than it may', () => {
    for (const budget of [0, 1, 2, 5])
      expect(simplest({ a: 50, b: 47 }, pair, () => false, { budget }).asked.length).toBe(budget);
  });
});
