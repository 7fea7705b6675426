import { describe, expect, it, test } from 'vitest';
import { Landscape } from '../../src/search/landscape.js';
import { neighbour } from '../../src/search/neighbour.js';
import { type Answer, drawing } from './scripted.js';

const next = (value: unknown, sample: readonly unknown[], reach: number, ...answers: readonly Answer[]): unknown =>
  drawing(answers, (stream) => neighbour(value, new Landscape(sample), reach, stream));

describe('a neighbour moves one number', () => {
  const sample = [{ x: 0 }, { x: 1000 }, { x: 40 }];

  test.each<readonly [string, readonly Answer[], number]>([
    ['by all of the reach', [0.15, [1, 2], 0], 700],
    ['downwards', [0.15, [0, 2], 0], 300],
    ['by e^-7 of the reach, which rounds to none: so by one step', [0.9, [1, 2], 1], 501],
    ['by e^-3.5 of the reach', [0.9, [1, 2], 0.5], 506], // 6.04
    ['to one of the values that were seen', [0.14, [1, 3], [2, 3]], 1000],
    ['to the least that was seen', [0.14, [0, 3], [0, 2]], 0],
    ['to the most that was seen', [0.14, [0, 3], [1, 2]], 1000],
  ])('%s', (_, answers, expected) => {
    expect(next({ x: 500 }, sample, 0.2, [0, 1], ...answers, 0.25)).toEqual({ x: expected });
  });

  test('never to where it is: from an end to the other, from a value that was seen to another', () => {
    expect(next({ x: 0 }, sample, 0.2, [0, 1], 0.1, [0, 3], [0, 1], 0.9)).toEqual({ x: 1000 });
    expect(next({ x: 1000 }, sample, 0.2, [0, 1], 0.1, [0, 3], [0, 1], 0.9)).toEqual({ x: 0 });
    const seen = [0, 1].map((k) => next({ x: 40 }, sample, 0.2, [0, 1], 0.1, [2, 3], [k, 2], 0.9));
    expect(seen).toEqual([{ x: 0 }, { x: 1000 }]);
  });

  test('by a factor, of sizes over decades', () => {
    const sizes = [{ n: 2 }, { n: 10 }, { n: 20_000 }];
    // Half of the reach of a factor of 10^4: 100.
    expect(next({ n: 30 }, sizes, 0.5, [0, 1], 0.5, [1, 2], 0, 0.9)).toEqual({ n: 3000 });
    expect(next({ n: 3000 }, sizes, 0.5, [0, 1], 0.5, [0, 2], 0, 0.9)).toEqual({ n: 30 });
    // Of what is not positive, and of listed values, by a part of the range.
    expect(next({ n: 0 }, sizes, 0.5, [0, 1], 0.5, [1, 2], 0, 0.9)).toEqual({ n: 9999 });
    const listed = new Landscape([{ n: 1 }, { n: 10 }, { n: 100 }, { n: 1000 }, { n: 5000 }], () => false);
    expect(drawing([[0, 1], 0.5, [1, 2], 0, 0.9], (stream) => neighbour({ n: 10 }, listed, 0.5, stream))).toEqual({
      n: 1000,
    });
  });
});

describe('a neighbour moves', () => {
  const sample = [
    { law: 'a', x: 0, same: 4 },
    { law: 'b', x: 1000, same: 4 },
    { law: 'c', x: 0, same: 4 },
  ];

  test('a text to another one, and nothing that has but one value', () => {
    const value = { law: 'b', x: 0, same: 4 };
    expect(next(value, sample, 1, [0, 2], [0, 2], 0.9)).toEqual({ ...value, law: 'a' });
    expect(next(value, sample, 1, [0, 2], [1, 2], 0.9)).toEqual({ ...value, law: 'c' });
    expect(next({ ...value, law: 'z' }, sample, 1, [0, 2], [1, 3], 0.9)).toEqual({ ...value, law: 'b' });
    expect(next({ same: 4 }, sample, 1, [0, 1])).toEqual({ same: 4 });
  });

  test('what is no number among numbers, and one number among texts, to another value', () => {
    expect(next({ v: 'a' }, [{ v: 0 }, { v: 1000 }, { v: 'a' }], 1, [0, 1], [1, 2], 0.9)).toEqual({ v: 1000 });
    expect(next({ v: 1 }, [{ v: 1 }, { v: 'a' }], 1, [0, 1], [0, 1], 0.9)).toEqual({ v: 'a' });
  });

  test('nothing that the sample does not know', () => {
    const value = { law: 'b', unknown: 3 };
    expect(next(value, sample, 1, [0, 1], [0, 2], 0.9)).toEqual({ ...value, law: 'a' });
  });

  test('two of them now and then, never one twice', () => {
    const two = next({ law: 'b', x: 0, same: 4 }, sample, 1, [0, 2], [0, 2], 0.24, [0, 1], 0.5, [1, 2], 0, 0.9);
    expect(two).toEqual({ law: 'a', x: 1000, same: 4 });
    const all = next({ law: 'b', x: 0, same: 4 }, sample, 1, [1, 2], 0.5, [1, 2], 0, 0.1, [0, 1], [1, 2], 0.1, [0, 1]);
    expect(all).toEqual({ law: 'c', x: 1000, same: 4 });
  });
});

describe('a neighbour of a list', () => {
  const sample = [{ at: [7] }, { at: [8, 9] }];
  const of = (list: readonly number[], ...answers: readonly Answer[]) =>
    next({ at: list }, sample, 1, [0, 1], ...answers);

  test.each<readonly [string, readonly Answer[], readonly number[]]>([
    [
      'has one element less',
      [
        [1, 4],
        [0, 4],
      ],
      [1, 3],
    ],
    [
      'has one element less, by the other draw',
      [
        [2, 4],
        [1, 4],
      ],
      [1, 2],
    ],
    [
      'has one from another instance',
      [
        [1, 4],
        [2, 4],
        [1, 2],
        [0, 2],
      ],
      [1, 8, 2, 3],
    ],
    [
      'has one twice',
      [
        [0, 4],
        [3, 4],
        [1, 2],
        [2, 3],
      ],
      [3, 1, 2, 3],
    ],
    [
      'has one more at its end, where there is none to drop',
      [
        [3, 4],
        [0, 4],
        [0, 2],
        [1, 3],
      ],
      [1, 2, 3, 2],
    ],
  ])('%s', (_, answers, expected) => {
    expect(of([1, 2, 3], 0.119, ...answers)).toEqual({ at: expected });
  });

  test('that is empty has an element from another instance, whatever is drawn, or stays empty', () => {
    expect(of([], 0.1, [0, 1], [3, 4], [0, 2], [0, 1])).toEqual({ at: [7] });
    expect(next({ at: [] }, [{ at: [] }], 1, [0, 1], 0.1, [0, 1], [2, 4], [0, 1])).toEqual({ at: [] });
    expect(next({ at: [] }, [], 1, [0, 1], 0.1, [0, 1], [2, 4], [0, 1])).toEqual({ at: [] });
  });

  test('has one twice where the other instance has none to give', () => {
    const empty = [{ at: [] }, { at: [7] }];
    expect(next({ at: [1, 2, 3] }, empty, 1, [0, 1], 0.1, [0, 4], [2, 4], [0, 2], [1, 3])).toEqual({
      at: [2, 1, 2, 3],
    });
  });

  test('has one element in the place of another, or of all others', () => {
    expect(of([1, 2, 3], 0.12, [2, 3], [0, 3], [1, 3])).toEqual({ at: [3, 2, 3] });
    expect(of([1, 2, 3], 0.199, [1, 3], [0, 3], [0, 3])).toEqual({ at: [2, 2, 2] });
  });

  test('has a number moved where making alike changes nothing, and else', () => {
    const moved: readonly Answer[] = [[0, 2], 0.9, [1, 2], 1, 0.9];
    expect(of([7, 7], 0.15, [0, 2], [1, 2], [0, 3], ...moved)).toEqual({ at: [8, 7] });
    expect(of([7, 7], 0.2, ...moved)).toEqual({ at: [8, 7] });
    expect(of([8], 0.15, [0, 1], 0.9, [0, 2], 1, 0.9)).toEqual({ at: [7] });
  });

  it('may be a list within a list', () => {
    const nested = { at: [[1], [2, 3]] };
    expect(next(nested, [nested], 1, [2, 3], 0.1, [0, 3], [0, 4])).toEqual({ at: [[1], [3]] });
  });
});
