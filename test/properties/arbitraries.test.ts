import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { geometric, mostlySmall } from '../../properties/arbitraries.js';

describe('a progression that is mostly small', () => {
  const STEPS = 3;
  const arbitrary = mostlySmall(1, 8, STEPS);

  it('has the values of a geometric one, the k-th of n in proportion to n + 1 - k', () => {
    const drawn = fc.sample(fc.noBias(arbitrary), { numRuns: 10_000, seed: 7 });
    const share = (value: number): number => drawn.filter((x) => x === value).length / drawn.length;
    // 4 : 3 : 2 : 1. A share has a standard deviation of 0.005 at most; 0.03 is six of them, and half of the least difference.
    for (const [k, value] of [1, 2, 4, 8].entries())
      expect(Math.abs(share(value) - (STEPS + 1 - k) / 10), `${value}`).toBeLessThan(0.03);
    expect(new Set(drawn)).toEqual(new Set([1, 2, 4, 8]));
    // What it must not be: uniform in the logarithm, where each has a quarter.
    const even = fc.sample(fc.noBias(geometric(1, 8, STEPS)), { numRuns: 10_000, seed: 7 });
    expect(even.filter((x) => x === 1).length / even.length).toBeLessThan(0.4 - 0.03);
  });

  it('knows its own values, each of them, and no others, and shrinks to the smallest', () => {
    for (const value of [1, 2, 4, 8]) expect(arbitrary.canShrinkWithoutContext(value)).toBe(true);
    for (const value of [0, 3, 16, '1']) expect(arbitrary.canShrinkWithoutContext(value)).toBe(false);
    const { counterexample } = fc.check(
      fc.property(arbitrary, (x) => x < 2),
      { seed: 7 },
    );
    expect(counterexample).toEqual([2]);
  });
});
