import { describe, expect, it } from 'vitest';
import { Landscape } from '../../src/search/landscape.js';
import { axesOf, directionOf, type Move, moveFrom, scaled, shifted } from '../../src/search/moves.js';
import { drawing } from './scripted.js';

/** A number in steps of 1 with a range of 1000, one over decades, one that is listed, one that cannot move, and a text. */
const landscape = (): Landscape =>
  new Landscape(
    [
      { x: 0, size: 1, kind: 1, same: 4, law: 'a' },
      { x: 1000, size: 1000, kind: 900, same: 4, law: 'b' },
      { x: 0, size: 1, kind: 30, same: 4, law: 'a' },
    ],
    (value) =>
      !(typeof value === 'object' && value !== null && 'kind' in value && ![1, 30, 900].includes(Number(value.kind))),
  );
const instance = { x: 500, size: 10, kind: 30, same: 4, law: 'a' };
const steps = (move: Move): readonly (readonly [string, number])[] =>
  move.map(([{ path }, length]) => [path.join('.'), length]);
const axes = () => axesOf(instance, landscape());

describe('the axes of an instance', () => {
  it('are its numbers that can move, with steps of 15 % of the range, or of four times a size, one at least', () => {
    expect(axes().map(({ path, step }) => [path.join('.'), step])).toEqual([
      ['x', 150],
      ['size', 6], // 0.15 x 4 x 10
      ['kind', 1], // 2 places: 0.3
    ]);
  });

  it('are none of what the sample does not know, nor of what is no number among numbers', () => {
    expect(axesOf({ v: 'a', unknown: 3 }, new Landscape([{ v: 0 }, { v: 1 }, { v: 'a' }]))).toEqual([]);
  });
});

describe('a move', () => {
  it('goes from one instance to another, over the numbers that differ', () => {
    const to = { ...instance, x: 480, kind: 900, law: 'b' };
    const move = moveFrom(instance, to, axes());
    expect(steps(move)).toEqual([
      ['x', -20],
      ['kind', 1],
    ]);
    expect(shifted(instance, move)).toEqual({ ...to, law: 'a' });
    expect(moveFrom({ x: 'a' }, { x: 3 }, axes())).toEqual([]);
    expect(moveFrom({ x: 3 }, { x: 'a' }, axes())).toEqual([]);
  });

  it('rounds to steps, stays within what was seen, and leaves alone what is no number', () => {
    const [x, size] = axes();
    if (x === undefined || size === undefined) throw new Error('no axes');
    expect(shifted(instance, [[x, 3.6]])).toEqual({ ...instance, x: 504 });
    expect(
      shifted(instance, [
        [x, 1e9],
        [size, -1e9],
      ]),
    ).toEqual({ ...instance, x: 1000, size: 1 });
    expect(
      shifted({ x: 'a', size: 5 }, [
        [x, 1],
        [size, 1],
      ]),
    ).toEqual({ x: 'a', size: 6 });
  });

  it('is as long as before, a quarter or four times, there or back', () => {
    const [x] = axes();
    if (x === undefined) throw new Error('no axes');
    const by = (sign: number, part: number): number =>
      drawing([[sign, 2], part], (stream) => scaled([[x, 10]], stream))[0]?.[1] ?? NaN;
    expect(by(1, 0.5)).toBe(10);
    expect(by(0, 0.5)).toBe(-10);
    expect(Math.round(1000 * by(1, 1))).toBe(40_552); // e^1.4
    expect(Math.round(1000 * by(1, 0))).toBe(2466);
  });
});

describe('a direction', () => {
  const wide = (): Landscape =>
    new Landscape([
      { a: 0, b: 0, c: 0 },
      { a: 1000, b: 4, c: 100_000 },
    ]);
  const of = (...answers: Parameters<typeof drawing>[0]) =>
    steps(drawing(answers, (stream) => directionOf(axesOf({ a: 0, b: 0, c: 0 }, wide()), stream)));
  const rounded = (move: readonly (readonly [string, number])[]) =>
    move.map(([name, length]) => [name, Math.round(1e6 * length) / 1e6]);

  it('moves all numbers equally far in one direction', () => {
    // Half of the logarithm of a tenth of the range of the first: 10.
    expect(rounded(of([0, 2], 0.5, [0, 2], [0, 2], [0, 2]))).toEqual([
      ['a', -10],
      ['b', -10],
      ['c', -10],
    ]);
    expect(rounded(of([0, 2], 0, [0, 2], [0, 2], [1, 2]))).toEqual([
      ['a', 1],
      ['b', 1],
      ['c', 1],
    ]);
  });

  it('moves some of them, each in a direction of its own', () => {
    const some = of([0, 2], 0.5, [1, 2], [0, 2], [1, 2], [0, 2], [1, 2], [0, 2], [1, 2]);
    expect(rounded(some)).toEqual([
      ['a', -10],
      ['c', 10],
    ]);
  });

  it('moves each by a length of its own, one step at least', () => {
    const each = of([1, 2], [0, 2], [0, 2], [1, 2], 0.5, 1, 0.75);
    expect(rounded(each)).toEqual([
      ['a', 10],
      ['b', 1],
      ['c', 1000],
    ]);
  });

  it('is none without numbers', () => {
    expect(
      drawing(
        [
          [0, 2],
          [0, 2],
          [1, 2],
        ],
        (stream) => directionOf([], stream),
      ),
    ).toEqual([]);
  });
});
