import { describe, expect, it, test } from 'vitest';
import { type Coordinate, Landscape } from '../../src/search/landscape.js';
import { movedBy, numberAt, numberOfPart, partOf, rangeOf, stepsOf } from '../../src/search/steps.js';

/** What a landscape learns of one number. */
function learned(numbers: readonly unknown[], recognises?: (value: unknown) => boolean): Coordinate {
  const coordinate = new Landscape(
    numbers.map((x) => ({ x })),
    recognises,
  ).at(['x']);
  if (coordinate === undefined) throw new Error('no coordinate');
  return coordinate;
}
const never = (): boolean => false;

describe('a coordinate', () => {
  it('has its numbers ascending, each once, and all of its values', () => {
    expect(learned([3, 'a', -1, 3, Infinity, '7', 10, NaN])).toEqual({
      numbers: [-1, 3, 10],
      values: [3, 'a', -1, Infinity, '7', 10, NaN],
      perUnit: 1,
      logarithmic: false,
      listed: false,
    });
  });

  test.each([
    [[1, 50], true],
    [[1, 49], false],
    [[0.5, 25], true],
    [[4, 100], false],
    [[0, 50], false],
    [[-1, 50], false],
    [['a'], false],
  ])('of %j is over decades: %s', (numbers, expected) => {
    expect(learned(numbers).logarithmic).toBe(expected);
  });

  test.each([
    [[0.5, 1], 2],
    [[0.2, 1], 5],
    [[0.1, 1], 10],
    [[0.05, 1], 20],
    [[0.25, 1], 20],
    [[0.125, 1], 200],
    [[1e-6, 1], 1_000_000],
    [[2e-7, 1], 5_000_000],
    [[1 / 3], 1],
  ])('of %j has steps of a unit over %s', (numbers, expected) => {
    expect(learned(numbers).perUnit).toBe(expected);
  });

  it('is listed when its claim knows less than half of the numbers between', () => {
    const gaps = [0, 10, 20, 30, 40]; // between them 5, 15, 25, 35
    const known =
      (...numbers: readonly number[]) =>
      (value: unknown) =>
        numbers.some((x) => JSON.stringify(value) === JSON.stringify({ x }));
    expect(learned(gaps, known(5)).listed).toBe(true);
    expect(learned(gaps, known(5, 35)).listed).toBe(false);
    expect(learned([0, 1, 2, 3], never).listed).toBe(false); // nothing lies between whole numbers
    expect(learned([0, 0.5, 1], never).listed).toBe(false);
    expect(learned([0, 10], never).listed).toBe(true);
  });

  it('has its claim asked about nine numbers at most, evenly among the gaps', () => {
    const asked = (count: number): readonly string[] => {
      const values: string[] = [];
      learned(
        Array.from({ length: count + 1 }, (_, k) => 10 * k),
        (value) => values.push(JSON.stringify(value)) > 0,
      );
      return values;
    };
    const between = (...places: readonly number[]): readonly string[] => places.map((k) => `{"x":${10 * k + 5}}`);
    expect(asked(9)).toEqual(between(0, 1, 2, 3, 4, 5, 6, 7, 8));
    expect(asked(10)).toEqual(between(0, 2, 4, 6, 8));
    expect(asked(27)).toEqual(between(0, 3, 6, 9, 12, 15, 18, 21, 24));
  });

  it('has its claim asked about numbers of its grid', () => {
    const asked: unknown[] = [];
    learned([0.5, 3], (value) => asked.push(value) > 0);
    expect(asked).toEqual([{ x: 2 }]); // 1.75 is no half
  });

  it('is asked about in the instance, and at the place, that had the number before', () => {
    const asked: unknown[] = [];
    const sample = [
      { a: [1, 7], b: 3, law: 'x' },
      { a: [21, 7], b: 3, law: 'y' },
    ];
    new Landscape(sample, (value) => asked.push(value) > 0);
    expect(asked).toEqual([
      { a: [4, 7], b: 3, law: 'x' },
      { a: [21, 14], b: 3, law: 'y' },
    ]);
  });

  it('is taken for one that may have any number where nobody is asked', () => {
    expect(learned([0, 10]).listed).toBe(false);
  });
});

describe('steps', () => {
  const halves = learned([-1, 0.5, 4]);
  const listed = learned([1, 10, 100, 1000], never);
  const sizes = learned([1, 100, 10_000]);

  it('are counted from 0, or from the least that is listed', () => {
    expect([-1, 0, 0.5, 4, 0.7].map((x) => stepsOf(x, halves))).toEqual([-2, 0, 1, 8, 1]);
    expect([1, 10, 100, 1000].map((x) => stepsOf(x, listed))).toEqual([0, 1, 2, 3]);
    // Of what is not listed the next larger, or the last.
    expect([0, 2, 500, 9999].map((x) => stepsOf(x, listed))).toEqual([0, 1, 3, 3]);
    expect([rangeOf(halves), rangeOf(listed), rangeOf(learned(['a']))]).toEqual([10, 3, 0]);
  });

  it('lead to numbers within what was seen', () => {
    expect([-9, -2, 0.6, 8, 99].map((k) => numberAt(k, halves))).toEqual([-1, -1, 0.5, 4, 4]);
    expect([-1, 0, 1.4, 3, 9].map((k) => numberAt(k, listed))).toEqual([1, 1, 10, 1000, 1000]);
  });

  it('never lead back, but turn at an end', () => {
    expect([3, -3, 0.2, -0.2].map((by) => movedBy(0.5, by, halves))).toEqual([2, -1, 1, 0]);
    expect([movedBy(4, 3, halves), movedBy(4, 0.1, halves), movedBy(-1, -5, halves)]).toEqual([3.5, 3.5, -0.5]);
    expect([movedBy(0.5, 0, halves), movedBy(4, 0, halves)]).toEqual([1, 3.5]);
    expect([movedBy(10, 1, listed), movedBy(10, -1, listed), movedBy(1000, 1, listed)]).toEqual([100, 1, 100]);
  });

  it('are parts of the range, of sizes in the logarithm', () => {
    expect([-1, 1.5, 4].map((x) => partOf(x, halves))).toEqual([0, 0.5, 1]);
    expect([0, 0.5, 1, 2].map((part) => numberOfPart(part, halves))).toEqual([-1, 1.5, 4, 4]);
    expect([1, 10, 1000].map((x) => partOf(x, listed))).toEqual([0, 1 / 3, 1]);
    expect([0, 0.3, 1].map((part) => numberOfPart(part, listed))).toEqual([1, 10, 1000]);
    expect([1, 10, 100, 10_000].map((x) => Math.round(1e9 * partOf(x, sizes)) / 1e9)).toEqual([0, 0.25, 0.5, 1]);
    expect([0, 0.25, 0.5, 1].map((part) => numberOfPart(part, sizes))).toEqual([1, 10, 100, 10_000]);
    const fine = learned([0.5, 50]);
    expect(numberOfPart(0.5, fine)).toBe(5);
    expect(Math.round(1e9 * partOf(5, fine)) / 1e9).toBe(0.5);
  });
});
