import { describe, expect, it } from 'vitest';
import { Landscape } from '../../src/search/landscape.js';
import { at } from '../../src/search/leaf.js';
import { sweepLine, sweptAround } from '../../src/search/sweep.js';

const number = (instance: unknown): number => Number(at(instance, ['at', 0]));
const sample = (...numbers: readonly number[]): Landscape =>
  new Landscape(numbers.map((x) => ({ at: [x], same: 4, law: 'a' })));

/** The sweep of the one number that can move, and the values that were asked about. */
function swept(x: number, landscape: Landscape, stands: (x: number) => boolean | undefined) {
  const asked: number[] = [];
  const [sweep, ...others] = sweptAround({ at: [x], same: 4, law: 'a', other: 1 }, landscape, (instance) => {
    asked.push(number(instance));
    return stands(number(instance));
  });
  expect(others).toEqual([]);
  return { sweep, asked };
}

describe('a sweep', () => {
  it('goes outwards through the values that were seen, in growing steps to the last', () => {
    const { sweep, asked } = swept(0, sample(...Array.from({ length: 122 }, (_, k) => k)), () => true);
    // The first three, and every (k/11)^2 of the hundred and twenty steps to the last, rounded.
    expect(asked).toEqual([1, 2, 3, 5, 10, 17, 26, 37, 50, 64, 81, 100, 121]);
    expect(sweep).toEqual({
      ...{ coordinate: 'at.0', value: 0, from: 0, to: 121 },
      ...{ holdsBelow: undefined, holdsAbove: undefined },
    });
  });

  it('goes downwards from the nearest, and never asks about the value itself', () => {
    const { asked } = swept(2, sample(0, 1, 2, 3), () => true);
    expect(asked).toEqual([3, 1, 0]);
    expect(swept(5, sample(5, 6), () => true).asked).toEqual([6]);
  });

  it('ends at the first value at which it is none, and finds the boundary by halves', () => {
    const { sweep, asked } = swept(50, sample(0, 50, 100), (x) => x > 20 && x < 90);
    expect(sweep).toMatchObject({ from: 21, to: 89, holdsBelow: 20, holdsAbove: 90 });
    expect(asked).toEqual([100, 75, 87, 93, 90, 88, 89, 0, 25, 12, 18, 21, 19, 20]);
  });

  it('goes past values that say nothing, and ends the search for the boundary there', () => {
    const says = (x: number): boolean | undefined => (x === 75 || x === 60 ? undefined : x < 90);
    const { sweep, asked } = swept(50, sample(50, 60, 100), says);
    expect(sweep).toMatchObject({ to: 50, holdsAbove: 100 });
    expect(asked).toEqual([60, 100, 75]);
  });

  it('is of numbers that can move', () => {
    expect(sweptAround({ at: [4], same: 4, law: 'a' }, sample(4), () => true)).toEqual([]);
    expect(sweptAround({ unknown: 4 }, sample(4, 5), () => true)).toEqual([]);
    expect(sweptAround({ at: ['text'] }, sample(4, 5), () => true)).toEqual([]);
  });
});

describe('a sweep reads as a sentence', () => {
  const sweep = { coordinate: 'a', value: 4, from: 3, to: 6, holdsBelow: undefined, holdsAbove: undefined };

  it('where it ends, on one side or on both', () => {
    expect(sweepLine({ ...sweep, holdsAbove: 7 }, 'counterexample')).toBe('a = 4: violated from 3 to 6, holds at 7');
    expect(sweepLine({ ...sweep, holdsBelow: 2 }, 'witness')).toBe('a = 4: a witness from 3 to 6, none at 2');
  });

  it('where it does not end', () => {
    expect(sweepLine(sweep, 'counterexample')).toBe('a = 4: violated wherever it was tried, from 3 to 6');
    expect(sweepLine({ ...sweep, from: 4, to: 4 }, 'witness')).toBe(
      'a = 4: a witness wherever it was tried, only at 4 of the values tried',
    );
  });
});
