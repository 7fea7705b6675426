import { describe, expect, it } from 'vitest';
import { lawReading } from '../../src/theory/law-test.js';
import type { Law } from '../../src/theory/theorem.js';

const LEVEL = 1 / Math.E ** 2; // ln(1/level) = 2
const near = (found: number, exact: number): void => expect(Math.abs(found - exact)).toBeLessThanOrEqual(1e-14);
const read = (law: Law<null>, sample: readonly number[], others: readonly number[] = []) =>
  lawReading(law, null, sample, others, LEVEL);

describe('a sample', () => {
  it('is read against categories by its relative entropy', () => {
    const found = read({ of: 'categories', probabilities: () => [0.5, 0.5] }, [0, 1, 0, 0, 0, 1, 0, 0, 0, 0]);
    expect([found.name, found.by]).toEqual(['relative entropy', 10]);
    const x = 8 * Math.log(1.6) + 2 * Math.log(0.4);
    near(found.statistic, x - 1 - Math.log(x));
    near(found.critical, 2);
  });

  it('must fall into the categories that there are', () => {
    const law: Law<null> = { of: 'categories', probabilities: () => [0.5, 0.5] };
    for (const odd of [2, -1, 0.5, NaN])
      expect(() => read(law, [0, odd])).toThrow(`needs a category in 0..1; came ${odd}.`);
  });

  it('is read against a distribution function by its distance', () => {
    const found = read({ of: 'continuous', cdf: (_, x) => x }, [0.5, 0.75]);
    expect([found.name, found.by, found.statistic]).toEqual(['Kolmogorov-Smirnov distance', 2, 0.5]);
    near(found.critical, Math.sqrt((2 + Math.LN2) / 4)); // ln(2/level) over twice the size
  });

  it('is read against another sample by their distance', () => {
    const sample = Array.from({ length: 512 }, (_, i) => i);
    const found = read(
      { of: 'same', other: () => NaN },
      sample,
      sample.map((x) => x + 128),
    );
    expect([found.name, found.by, found.statistic]).toEqual(['Kolmogorov-Smirnov distance of two samples', 512, 0.25]);
    near(found.critical, Math.sqrt((2 + Math.LN2) / 512));
  });

  it('is read against a mean until that is refuted', () => {
    const law: Law<null> = { of: 'mean', mean: () => 0.5, range: () => [0, 1] };
    const wealth = (n: number): number =>
      [0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64].reduce((sum, r) => sum + ((1 + r) ** n + (1 - r) ** n) / 14, 0);
    let needed = 1;
    while (wealth(needed) < Math.E ** 2) needed += 1;
    const found = read(
      law,
      Array.from({ length: 100 }, () => 1),
    );
    expect([found.name, found.by]).toEqual(['evidence against the mean', needed]);
    near(found.statistic, Math.log(wealth(needed)));
    near(found.critical, 2);
    const few = read(
      law,
      Array.from({ length: needed - 1 }, () => 1),
    );
    expect(few.by).toBe(needed - 1);
    near(few.statistic, Math.log(wealth(needed - 1)));
    expect(() => read(law, [2])).toThrow('needs observations in [0, 1]');
  });
});
