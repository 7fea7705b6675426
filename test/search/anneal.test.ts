import { describe, expect, it } from 'vitest';
import { anneal } from '../../src/search/anneal.js';
import { Landscape } from '../../src/search/landscape.js';
import { at } from '../../src/search/leaf.js';
import type { Strategy } from '../../src/search/strategy.js';
import { type Answer, drawing } from './scripted.js';

/** One number, from 0 to a million. */
const line = (): Landscape => new Landscape([{ x: 0 }, { x: 1_000_000 }]);

/** Draws of a move of the one number upwards: by all of the reach for 0, by e^-7 of it for 1. */
const up = (part: number): readonly Answer[] => [[0, 1], 0.5, [1, 2], part, 0.9];

const proposed = (strategy: Strategy, answers: readonly Answer[]): number =>
  Number(
    at(
      drawing(answers, (stream) => strategy.propose(stream)),
      ['x'],
    ),
  );

/** Near 0 or near a half million: which of two instances a proposal comes from. Steps are below 1000. */
const from = (strategy: Strategy, before: readonly Answer[] = []): number =>
  500_000 * Math.round(proposed(strategy, [...before, ...up(1)]) / 500_000);

/** Whether, standing at 0 after these looks, it goes to a half million of this fitness when so much is drawn. */
function goes(looks: readonly number[], fitness: number, ...drawn: readonly number[]): boolean {
  const strategy = anneal(line());
  for (const look of looks) strategy.tell({ x: 0 }, look);
  drawing([...up(0), ...drawn], (stream) => {
    strategy.propose(stream);
    strategy.tell({ x: 500_000 }, fitness);
  });
  return from(strategy) === 500_000;
}

describe('annealing', () => {
  it('leaves the first instance to the generator, and takes it whatever it is', () => {
    const strategy = anneal(line());
    expect(strategy.name).toBe('annealing');
    expect(drawing([], (stream) => strategy.propose(stream))).toBeUndefined();
    strategy.tell({ x: 500_000 }, Infinity);
    expect(from(strategy)).toBe(500_000);
  });

  it('reaches less far with every look: 2 % of the range after eighty', () => {
    const strategy = anneal(line());
    strategy.tell({ x: 0 }, 1);
    expect(proposed(strategy, up(0))).toBe(987_750); // 1 - 0.98 / 80
    strategy.tell({ x: 0 }, 1);
    expect(proposed(strategy, up(0))).toBe(975_500);
    for (let k = 2; k < 79; k++) strategy.tell({ x: 0 }, 1);
    expect(proposed(strategy, up(0))).toBe(32_250); // 1 - 0.98 79 / 80
  });

  // exp(-worse / heat) with heat = exp(-6.2146 age / 80) / 2 times the spread.
  it.each([
    ['worse by 1 at the second look', [0], 1, 0.0966, 0.0968],
    ['worse by half of the spread at the third look', [14, 10], 12, 0.2829, 0.283],
    ['in units of the spread, without infinite looks', [4, 0, Infinity], 2, 0.2555, 0.2556],
  ])('takes %s with the probability of its temperature', (_, looks, fitness, taken, refused) => {
    expect(goes(looks, fitness, taken)).toBe(true);
    expect(goes(looks, fitness, refused)).toBe(false);
  });

  it('takes what is as good without a draw', () => {
    expect(goes([3], 3)).toBe(true);
  });

  it('never takes what is infinitely worse', () => {
    expect(goes([3], Infinity, 0)).toBe(false);
  });

  it('takes nothing worse that was told without being asked', () => {
    const strategy = anneal(line());
    strategy.tell({ x: 0 }, 0);
    strategy.tell({ x: 500_000 }, 1e-9);
    expect(from(strategy)).toBe(0);
  });

  it('takes the spread for 1 when a look was infinitely bad', () => {
    const strategy = anneal(line());
    strategy.tell({ x: 0 }, -Infinity);
    for (let k = 1; k < 80; k++) strategy.tell({ x: 0 }, 1);
    expect(drawing([[1, 2]], (stream) => strategy.propose(stream))).toBeUndefined();
    strategy.tell({ x: 0 }, 1);
    // exp(-1 / 0.428), as in the second look above: with an infinite spread everything would be taken.
    drawing([...up(0), 0.1], (stream) => {
      strategy.propose(stream);
      strategy.tell({ x: 500_000 }, 2);
    });
    expect(from(strategy)).toBe(0);
  });

  it('begins again after eighty looks, from the first of the best or afresh, hot and far', () => {
    const old = (): Strategy => {
      const strategy = anneal(line());
      strategy.tell({ x: 0 }, 1);
      strategy.tell({ x: 500_000 }, 0);
      strategy.tell({ x: 0 }, 0); // stands here, as good
      for (let k = 3; k < 80; k++) strategy.tell({ x: 0 }, 0);
      return strategy;
    };
    expect(from(old(), [[0, 2]])).toBe(500_000);
    expect(drawing([[1, 2]], (stream) => old().propose(stream))).toBeUndefined();
    const strategy = old();
    proposed(strategy, [[0, 2], ...up(1)]);
    strategy.tell({ x: 0 }, 0);
    expect(proposed(strategy, up(0))).toBe(987_750);
  });
});
