import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { grid, whole } from '../../properties/arbitraries.js';
import { Landscape } from '../../src/search/landscape.js';
import { at } from '../../src/search/leaf.js';
import { simpler, simplified } from '../../src/search/simplest.js';
import { sweepLine, sweptAround } from '../../src/search/sweep.js';
import { once } from './once.js';

function landscapeOf<T>(given: fc.Arbitrary<T>): Landscape {
  return new Landscape(fc.sample(given, { numRuns: 300, seed: 1 }), (x) => given.canShrinkWithoutContext(x));
}

const number = (instance: unknown, name: string): number => Number(at(instance, [name]));

describe('an instance is simpler', () => {
  test.each([
    [
      'with fewer points, whatever else grows',
      { points: 3, width: 900, depth: 900 },
      { points: 4, width: 1, depth: 1 },
    ],
    ['with less width, for the same points', { points: 4, width: 1, depth: 900 }, { points: 4, width: 2, depth: 1 }],
    [
      'with less depth, for the same width',
      { points: 4, width: 2, depth: 1, x: 99 },
      { points: 4, width: 2, depth: 2, x: 0 },
    ],
    ['with a shorter text, for the same sizes', { points: 4, x: 0.5 }, { points: 4, x: 0.25 }],
    ['with numbers nearer to 0, for the same length', { x: 3 }, { x: 4 }],
    ['with the first number nearer to 0, for the same sum', { a: 0, b: 5 }, { a: 3, b: 2 }],
    ['with positive numbers', { a: [1, -2] }, { a: [-1, 2] }],
  ])('%s', (_, left, right) => {
    expect(simpler(left, right)).toBe(true);
    expect(simpler(right, left)).toBe(false);
    expect(simpler(left, left)).toBe(false);
  });
});

describe('simplifying', () => {
  const sizes = fc.record({ points: whole(1, 100), width: whole(1, 1000) });

  /** How many different ends fast-check's own shrinking, and then simplifying, comes to from 20 seeds. */
  function ends<T>(given: fc.Arbitrary<T>, bad: (instance: unknown) => boolean) {
    const landscape = landscapeOf(given);
    const shrunk = new Set<string>();
    const simple = new Set<string>();
    for (let seed = 0; seed < 20; seed++) {
      const end = fc.check(
        fc.property(given, (instance) => !bad(instance)),
        { seed, numRuns: 10_000 },
      ).counterexample?.[0];
      shrunk.add(JSON.stringify(end));
      simple.add(JSON.stringify(simplified(end, landscape, bad, 5000).instance));
    }
    return { shrunk: shrunk.size, simple: [...simple] };
  }

  it('comes to the fewest points, where fast-check stops when no number can be lowered alone', () => {
    const { shrunk, simple } = ends(sizes, (x) => number(x, 'points') * number(x, 'width') >= 800);
    expect(shrunk).toBeGreaterThan(3);
    expect(simple).toEqual(['{"points":1,"width":800}']);
  });

  it('moves what one number gives up to another', () => {
    const pair = fc.record({ a: whole(0, 90), b: whole(0, 90) });
    const { shrunk, simple } = ends(pair, (x) => number(x, 'a') + number(x, 'b') === 97);
    expect(shrunk).toBeGreaterThan(3);
    expect(simple).toEqual(['{"a":7,"b":90}']);
  });

  it('comes to the smallest number by bisection, between values that no sample had', () => {
    const given = fc.record({ x: grid(0, 1000, 0.01) });
    const { instance } = simplified({ x: 900 }, landscapeOf(given), (x) => number(x, 'x') >= 137.21, 5000);
    expect(instance).toEqual({ x: 138 }); // the shortest text comes first
    const whole5 = fc.record({ x: whole(0, 100_000) });
    expect(simplified({ x: 90_000 }, landscapeOf(whole5), (x) => number(x, 'x') >= 43_211, 5000).instance).toEqual({
      x: 43_211,
    });
  });

  it('drops elements of lists', () => {
    const given = fc.record({ norms: fc.array(whole(0, 9), { maxLength: 8 }) });
    const bad = (x: unknown): boolean => JSON.stringify(x).includes('7');
    expect(simplified({ norms: [1, 9, 7, 3, 3] }, landscapeOf(given), bad, 500).instance).toEqual({ norms: [7] });
  });

  it('asks no more often than it may, never twice about one instance, and counts right', () => {
    const asked: string[] = [];
    const bad = (x: unknown): boolean => {
      asked.push(JSON.stringify(x));
      return number(x, 'points') * number(x, 'width') >= 800;
    };
    const start = { points: 80, width: 900 };
    const result = simplified(start, landscapeOf(sizes), bad, 5000);
    expect(result.asked).toBe(asked.length);
    expect(new Set(asked).size).toBe(asked.length);
    asked.length = 0;
    expect(simplified(start, landscapeOf(sizes), bad, 3).asked).toBe(3);
    expect(asked.length).toBe(3);
  });
});

describe('a sweep', () => {
  const given = fc.record({ a: whole(0, 1000), b: whole(0, 1000), c: fc.constantFrom('x', 'y') });
  const landscape = once(() => landscapeOf(given));
  const band = (x: unknown): boolean => number(x, 'a') >= 337 && number(x, 'a') <= 642;

  it('finds the exact boundary of each number, and which numbers do not matter', () => {
    const [a, b, ...rest] = sweptAround({ a: 400, b: 5, c: 'x' }, landscape(), band);
    expect(a).toEqual({ coordinate: 'a', value: 400, from: 337, to: 642, holdsBelow: 336, holdsAbove: 643 });
    expect(b).toMatchObject({ coordinate: 'b', holdsBelow: undefined, holdsAbove: undefined });
    expect(rest).toEqual([]); // a text has no boundary
  });

  it('takes what is no instance for neither', () => {
    const [a] = sweptAround({ a: 400, b: 5 }, landscape(), (x) => (number(x, 'a') > 500 ? undefined : band(x)));
    expect(a).toMatchObject({ from: 337, holdsBelow: 336, holdsAbove: undefined });
  });

  it('reads as a sentence', () => {
    const [a] = sweptAround({ a: 400, b: 5 }, landscape(), band);
    expect(a && sweepLine(a, 'counterexample')).toBe('a = 400: violated from 337 to 642, holds at 336 and 643');
    expect(a && sweepLine(a, 'witness')).toBe('a = 400: a witness from 337 to 642, none at 336 and 643');
  });
});
