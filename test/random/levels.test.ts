import { describe, expect, test } from 'vitest';
import { chiSquareRefutes, countRefutes, LEVEL, productSumRefutes } from './levels.js';

describe('the levels of the checks', () => {
  /** The probability that n draws of probability p are refuted as draws of probability `claimed`, summed over all counts. */
  const refutedShare = (n: number, p: number, claimed: number): number => {
    let logChoose = 0;
    let share = 0;
    for (let count = 0; count <= n; count++) {
      if (countRefutes(count, n, claimed)) {
        share += Math.exp(logChoose + count * Math.log(p) + (n - count) * Math.log(1 - p));
      }
      logChoose += Math.log((n - count) / (count + 1));
    }
    return share;
  };

  test.each([0.5, 0.25, 0.05, 0.001])(
    'a count of probability %d is refuted within the level, and not by much less',
    (p) => {
      expect(refutedShare(20_000, p, p)).toBeLessThanOrEqual(LEVEL);
      expect(refutedShare(20_000, p, p)).toBeGreaterThan(LEVEL / 1000);
    },
  );

  test('a count of another probability is refuted', () => {
    expect(refutedShare(20_000, 0.55, 0.5)).toBeGreaterThan(0.999);
  });

  test('a chi-square and a sum of products are refuted on both sides, and NaN is', () => {
    // The exact quantiles at 5e-10 and 1 - 5e-10 are 749.6 and 1296.7 (scipy.stats.chi2): the bounds lie outside them.
    expect([700, 749, 999, 1297, 1340].map((value) => chiSquareRefutes(value, 999))).toEqual([
      true,
      false,
      false,
      false,
      true,
    ]);
    expect([-3000, 0, 3000].map((sum) => productSumRefutes(sum, 1e5))).toEqual([true, false, true]);
    expect(countRefutes(NaN, 10, 0.5) && chiSquareRefutes(NaN, 9) && productSumRefutes(NaN, 9)).toBe(true);
  });
});
