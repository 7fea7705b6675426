import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { geometric, mostlySmall, grid, whole } from '../../properties/arbitraries.js';
import { rootKey } from '../../src/random/key.js';
import { Stream } from '../../src/random/stream.js';
import { at, leavesOf, listsOf, patternOf, replaced } from '../../src/search/leaf.js';
import { Landscape } from '../../src/search/landscape.js';
import { neighbour } from '../../src/search/neighbour.js';
import { movedBy, numberAt, stepsOf } from '../../src/search/steps.js';
import { once } from './once.js';

const value = { a: [1, { b: 'x' }, []], c: null, d: { e: [2, 3] } };

function landscapeOf<T>(given: fc.Arbitrary<T>, count = 300): Landscape {
  return new Landscape(fc.sample(given, { numRuns: count, seed: 1 }), (x) => given.canShrinkWithoutContext(x));
}

describe('a plain value', () => {
  it('has its leaves in the order of its text; an empty list has none', () => {
    expect(leavesOf(value).map(({ path, value: leaf }) => [path.join('.'), leaf])).toEqual([
      ['a.0', 1],
      ['a.1.b', 'x'],
      ['c', null],
      ['d.e.0', 2],
      ['d.e.1', 3],
    ]);
  });

  it('has its lists outermost first', () => {
    expect(listsOf(value).map((path) => path.join('.'))).toEqual(['a', 'a.2', 'd.e']);
    expect(listsOf([[1]])).toEqual([[], [0]]);
  });

  it('is told what stands at a place, undefined where there is none', () => {
    expect(at(value, ['d', 'e', 1])).toBe(3);
    expect(at(value, [])).toBe(value);
    expect([at(value, ['d', 'x']), at(value, ['a', 9]), at(value, ['c', 'x'])]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('is not touched by a replacement, which keeps all other parts', () => {
    expect(replaced(value, ['a', 1, 'b'], 7)).toEqual({ ...value, a: [1, { b: 7 }, []] });
    expect(value.a[1]).toEqual({ b: 'x' });
    expect(replaced(value, [], 7)).toBe(7);
    expect(replaced([1, 2], [5], 7)).toEqual([1, 2]); // no such place
    expect(replaced(3, ['a'], 7)).toEqual({});
  });

  it('has one pattern for all elements of a list', () => {
    expect(patternOf(['a', 3, 'b', 0])).toBe('a.*.b.*');
  });
});

describe('a landscape', () => {
  test.each([
    ['whole numbers', whole(0, 1000), { perUnit: 1, logarithmic: false, listed: false }],
    ['hundredths', grid(-1, 1, 0.01), { perUnit: 100, logarithmic: false, listed: false }],
    ['halves', grid(-8, 8, 0.5), { perUnit: 2, logarithmic: false, listed: false }],
    ['sizes over decades', whole(1, 5000), { perUnit: 1, logarithmic: true, listed: false }],
    ['a geometric progression', geometric(1, 5000, 30), { perUnit: 1, logarithmic: true, listed: true }],
    ['one that is mostly small', mostlySmall(1, 5000, 30), { perUnit: 1, logarithmic: true, listed: true }],
  ])('learns %s', (_, given, expected) => {
    const { perUnit, logarithmic, listed } = landscapeOf(fc.record({ x: given })).at(['x']) ?? {};
    expect({ perUnit, logarithmic, listed }).toEqual(expected);
  });

  it('keeps texts and flags as values, and knows nothing of what it has not seen', () => {
    const landscape = landscapeOf(fc.record({ law: fc.constantFrom('a', 'b'), deep: fc.boolean() }));
    expect(landscape.at(['law'])?.numbers).toEqual([]);
    expect([...(landscape.at(['law'])?.values ?? [])].sort()).toEqual(['a', 'b']);
    expect(landscape.at(['width'])).toBeUndefined();
  });

  test.each([
    ['listed', geometric(3, 3000, 20)],
    ['tenths', grid(0, 3, 0.1)],
  ])('offers only numbers that its claim recognises: %s', (_, given) => {
    const landscape = landscapeOf(fc.record({ x: given }));
    const coordinate = landscape.at(['x']);
    if (coordinate === undefined) throw new Error('no coordinate');
    for (const x of coordinate.numbers) {
      expect(numberAt(stepsOf(x, coordinate), coordinate)).toBe(x);
      for (const by of [-1e9, -7, -1, 1, 2, 7, 1e9]) {
        const moved = movedBy(x, by, coordinate);
        expect(moved).not.toBe(x);
        expect(given.canShrinkWithoutContext(moved)).toBe(true);
      }
    }
  });
});

describe('a neighbour', () => {
  const given = fc.record({
    law: fc.constantFrom('a', 'b', 'c'),
    x: grid(-2, 2, 0.05),
    width: geometric(1, 1000, 12),
    same: fc.constant(4),
    places: fc.array(fc.tuple(whole(0, 9), whole(0, 9)), { minLength: 1, maxLength: 6 }),
  });
  const landscape = once(() => landscapeOf(given));

  test.each([0, 0.01, 0.3, 1])('is another value of the same domain, with reach %s', (reach) => {
    const stream = new Stream(rootKey(`neighbour ${reach}`));
    let known = 0;
    for (const instance of landscape().sample) {
      const next = neighbour(instance, landscape(), reach, stream);
      expect(JSON.stringify(next)).not.toBe(JSON.stringify(instance));
      if (given.canShrinkWithoutContext(next)) known += 1;
    }
    // What remains are lists too long or too short, and tuples whose length was changed: the caller asks.
    expect(known / landscape().sample.length).toBeGreaterThan(0.85);
  });

  it('is one step away at reach 0, unless the number was thrown anywhere', () => {
    const line = landscapeOf(fc.record({ x: whole(0, 10_000) }));
    const stream = new Stream(rootKey('one step'));
    const moves = Array.from({ length: 400 }, () =>
      Math.abs(Number(at(neighbour({ x: 5000 }, line, 0, stream), ['x'])) - 5000),
    );
    expect(moves.filter((move) => move === 1).length).toBeGreaterThan(300);
    expect(moves.filter((move) => move === 0)).toEqual([]);
  });

  it('makes elements of a list alike now and then: two at a time, and all of them', () => {
    const stream = new Stream(rootKey('alike'));
    const start = {
      law: 'a',
      x: 0,
      width: 1,
      same: 4,
      places: [
        [1, 2],
        [3, 4],
        [5, 6],
      ],
    };
    const kinds = new Set<number>();
    for (let k = 0; k < 2000; k++) {
      const places = at(neighbour(start, landscape(), 0.3, stream), ['places']);
      if (Array.isArray(places) && places.length === 3)
        kinds.add(new Set(places.map((each) => JSON.stringify(each))).size);
    }
    expect([...kinds].sort()).toEqual([1, 2, 3]);
  });
});
