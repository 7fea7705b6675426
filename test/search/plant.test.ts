import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { whole } from '../../properties/arbitraries.js';
import { rootKey } from '../../src/random/key.js';
import { plantedPower } from '../../src/search/plant.js';
import type { Subject } from '../../src/theory/subject.js';
import { madeUp } from './looks.js';

const key = rootKey('plant');
const power = (given: fc.Arbitrary<unknown>, budget: number, changed: Partial<Subject> = {}) =>
  plantedPower(
    madeUp(() => expect.unreachable(), { given, ...changed }),
    key,
    budget,
  );
const found = (given: fc.Arbitrary<unknown>, budget: number): readonly number[] =>
  power(given, budget).map((planted) => planted.found);

describe('planted falsehoods', () => {
  it('are four wide ones, four narrow ones, and four that no margin leads to', () => {
    expect(power(fc.record({ x: whole(0, 1) }), 3000)).toEqual([
      { within: 0.01, slope: true, found: 4, of: 4, budget: 2000 },
      { within: 0.001, slope: true, found: 4, of: 4, budget: 2000 },
      { within: 0.01, slope: false, found: 4, of: 4, budget: 2000 },
    ]);
  });

  it('are not found without a look, nor planted where there is no instance', () => {
    expect(found(fc.record({ x: whole(0, 1) }), 0)).toEqual([0, 0, 0]);
    expect(power(fc.record({ x: whole(0, 1) }), 10, { outside: () => 'outside' })).toEqual([]);
  });

  it('are a hundredth or a thousandth of a range wide: all of what lies nearer is found, and seldom anything by chance', () => {
    // A step of 51 values is a fiftieth of the range: one value each, of 51, by two looks.
    const chance = found(fc.record({ x: whole(0, 50) }), 2);
    expect(chance.every((count) => count < 4)).toBe(true);
    // The slope leads there.
    expect(found(fc.record({ x: whole(0, 100_000) }), 200).slice(0, 2)).toEqual([4, 4]);
  });

  it('depend on two numbers of an instance, drawn at random', () => {
    const given = fc.record({ x: whole(0, 1), y: whole(0, 1), z: whole(0, 1_000_000) });
    expect(found(given, 300)[2]).toBeLessThan(4);
    expect(found(fc.record({ x: whole(0, 1), y: whole(0, 1) }), 300)[2]).toBe(4);
  });
});
