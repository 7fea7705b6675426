import { describe, expect, it } from 'vitest';
import { evolve } from '../../src/search/evolve.js';
import { Landscape } from '../../src/search/landscape.js';
import type { Strategy } from '../../src/search/strategy.js';
import { type Answer, drawing } from './scripted.js';

const landscape = (): Landscape =>
  new Landscape([
    { x: 0, law: 'a', same: 1 },
    { x: 1_000_000, law: 'b', same: 1 },
  ]);
const member = (x: number, law = 'a') => ({ x, law, same: 1 });

/** Tells of sixteen instances that were not told before, of these fitnesses and the last of them again and again. */
function generation(strategy: Strategy, first: number, ...fitnesses: readonly number[]): void {
  for (let k = 0; k < 16; k++) strategy.tell(member(first + k), fitnesses[k] ?? fitnesses.at(-1) ?? NaN);
}

const proposed = (strategy: Strategy, ...answers: readonly Answer[]): unknown =>
  drawing(answers, (stream) => strategy.propose(stream));

/** The best parent, its number moved upwards by all of the reach. */
const reached: readonly Answer[] = [[0, 8], [0, 8], [0, 2], [1, 3], [0, 2], 0.5, [1, 2], 0, 0.9];
const asIs: readonly Answer[] = [[0, 2], [0, 3], [0, 2], 0.9, [1, 2], 1, 0.9];

/** Any parent, moved a little. */
const asIsFrom: readonly Answer[] = [[0, 8], [0, 8], ...asIs];

describe('evolution', () => {
  it('leaves the first sixteen to the generator, of which twins count once', () => {
    const strategy = evolve(landscape());
    expect(strategy.name).toBe('evolution');
    for (let k = 0; k < 15; k++) strategy.tell(member(k), k);
    strategy.tell(member(14), -1);
    expect(proposed(strategy)).toBeUndefined();
    strategy.tell(member(15), 15);
    expect(proposed(strategy, ...reached)).toEqual(member(420_000)); // 1.4 x 0.3 of the range from the best
  });

  it('keeps the best eight, sorted, and lets the better of two have the child', () => {
    const strategy = evolve(landscape());
    // The eight best are 15, 13, ... 1 in this order; infinities are the worst.
    generation(strategy, 0, ...Array.from({ length: 16 }, (_, k) => (k % 2 === 0 ? Infinity : -k)));
    const parents = Array.from({ length: 8 }, (_, k) => proposed(strategy, [k, 8], [7, 8], ...asIs));
    // e^-7 of the reach of 0.42: 383 steps.
    expect(parents).toEqual([15, 13, 11, 9, 7, 5, 3, 1].map((x) => member(x + 383)));
    expect(proposed(strategy, [7, 8], [2, 8], ...asIs)).toEqual(member(11 + 383));
    // Parents compete with their children, and a twin of a parent is no child.
    for (let k = 0; k < 15; k++) strategy.tell(member(100 + k), k === 3 ? -100 : 7);
    strategy.tell(member(15), -1000);
    strategy.tell(member(200), -14);
    const after = Array.from({ length: 4 }, (_, k) => proposed(strategy, [k, 8], [7, 8], ...asIs));
    expect(after).toEqual([103, 15, 200, 13].map((x) => member(x + 268))); // two of sixteen succeeded: 0.294
  });

  it('reaches further when a fifth of the children are better than the median parent, and else less far', () => {
    const after = (...fitnesses: readonly number[]): unknown => {
      const strategy = evolve(landscape());
      generation(strategy, 0, -9, 2, 3, 4, 5, 6, 7, 8, 9);
      generation(strategy, 100, ...fitnesses);
      return proposed(strategy, ...reached);
    };
    // The fifth of the eight parents has 5.
    expect(after(4, 4, 4, 4, 5)).toEqual(member(588_000));
    expect(after(4, 4, 4, 5)).toEqual(member(294_000));
  });

  it('never reaches further than the range, nor less far than a ten-thousandth of it', () => {
    const strategy = evolve(landscape());
    for (let k = 0; k < 6; k++) generation(strategy, 100 * k, -k);
    expect(proposed(strategy, ...reached)).toEqual(member(1_000_000)); // 0.3 x 1.4^6 is more than 1
    // After one failure 0.7 of it, from 500.
    generation(strategy, 9000, 1);
    expect(proposed(strategy, ...reached)).toEqual(member(700_500));
    const failing = evolve(landscape());
    generation(failing, 0, 100);
    for (let k = 1; k < 40; k++) {
      // Only the last of each generation is better, so that it goes on.
      generation(failing, 100 * k, ...Array.from({ length: 15 }, () => 1000), 100 - k);
    }
    expect(proposed(failing, ...reached)).toEqual(member(3915 + 100));
  });

  it('begins again after eight generations without a better best', () => {
    const strategy = evolve(landscape());
    generation(strategy, 0, 1);
    for (let k = 1; k <= 4; k++) generation(strategy, 100 * k, 1);
    generation(strategy, 500, 0.5); // from here eight
    for (let k = 6; k <= 12; k++) generation(strategy, 100 * k, 1);
    expect(proposed(strategy, ...asIsFrom)).toBeDefined();
    generation(strategy, 1300, 1);
    expect(proposed(strategy)).toBeUndefined();
    generation(strategy, 1400, 7);
    expect(proposed(strategy, ...reached)).toEqual(member(421_400));
    for (let k = 1; k <= 7; k++) generation(strategy, 1400 + 100 * k, 8);
    expect(proposed(strategy, ...asIsFrom)).toBeDefined();
    generation(strategy, 2200, 8);
    expect(proposed(strategy)).toBeUndefined();
  });

  it('counts generations that are infinitely bad as idle', () => {
    const strategy = evolve(landscape());
    for (let k = 0; k < 7; k++) generation(strategy, 100 * k, Infinity);
    expect(proposed(strategy, ...asIsFrom)).toBeDefined();
    generation(strategy, 700, Infinity);
    expect(proposed(strategy)).toBeUndefined();
  });
});

describe('a child of three', () => {
  const bred = (...answers: readonly Answer[]): unknown => {
    const strategy = evolve(landscape());
    for (let k = 0; k < 16; k++) strategy.tell(member(1000 + 100 * k, k === 1 ? 'b' : 'a'), k);
    return proposed(strategy, ...answers);
  };
  const places = (parent: number, one: number, other: number): readonly Answer[] => [
    ...[[parent, 8] as const, [7, 8] as const, [1, 2] as const],
    ...[[one, 8] as const, [7, 8] as const, [other, 8] as const, [7, 8] as const],
  ];

  it('has seven tenths of the difference of two others added, and the text of one', () => {
    // 1000 + 0.7 (1300 - 1100); the text of the fourth is the same.
    expect(bred(...places(0, 3, 1), [1, 2], [1, 2], [1, 2], [0, 3])).toEqual(member(1140));
    expect(bred(...places(0, 1, 3), [1, 2], [1, 2], [1, 2], [0, 3])).toEqual(member(860, 'b'));
  });

  it('keeps what is not drawn, and is moved where nothing was changed or a third draw says so', () => {
    expect(bred(...places(0, 1, 3), [0, 2], [1, 2], [0, 2], [0, 3])).toEqual(member(1000, 'b'));
    expect(bred(...places(0, 1, 3), [0, 2], [0, 2], [0, 2], [0, 3], [0, 2], 0.5, [1, 2], 0, 0.9)).toEqual(
      member(421_000),
    );
    expect(bred(...places(0, 3, 3), [1, 2], [1, 2], [1, 2], [2, 3], [0, 2], 0.5, [1, 2], 0, 0.9)).toEqual(
      member(421_000),
    );
  });

  /** The child of the first of these, in the direction from the third to the second. */
  const ofThese = (sample: readonly unknown[], three: readonly unknown[], ...answers: readonly Answer[]): unknown => {
    const strategy = evolve(new Landscape(sample));
    three.forEach((instance, k) => {
      strategy.tell(instance, k);
    });
    for (let k = 3; k < 16; k++) strategy.tell({ other: k }, k);
    return proposed(strategy, ...places(0, 1, 2), ...answers, [0, 3]);
  };

  it('has the value of one where any of the three is no number, or only one number was seen', () => {
    const mixed = [{ v: 0 }, { v: 1000 }, { v: 'a' }];
    const child = (...three: readonly unknown[]): unknown =>
      ofThese(
        mixed,
        three.map((v) => ({ v })),
        [1, 2],
      );
    expect([child(500, 'a', 100), child(500, 100, 'a'), child('a', 100, 500)]).toEqual([
      { v: 'a' },
      { v: 100 },
      { v: 100 },
    ]);
    expect(ofThese([{ v: 4 }], [{ v: 1 }, { v: 2 }, { v: 3 }], [1, 2])).toEqual({ v: 2 });
  });

  it('keeps what the sample does not know, and what one does not have', () => {
    const lists = [{ at: [0] }, { at: [9] }];
    const [long, short] = [
      { at: [1, 2], x: 7 },
      { at: [5], x: 8 },
    ];
    // 1 + 0.7 (5 - 3), rounded; then what the third does not have.
    expect(ofThese(lists, [long, short, { at: [3, 4] }], [1, 2])).toEqual({ at: [2, 2], x: 7 });
    expect(ofThese(lists, [long, { at: [5, 6] }, { at: [3] }], [1, 2], [1, 2])).toEqual({ at: [2, 6], x: 7 });
  });
});
