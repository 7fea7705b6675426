import { describe, expect, it } from 'vitest';
import { rateEvidence } from '../../src/statistics/rate-evidence.js';

describe('the evidence', () => {
  const parts = [
    [0.05, 0.22],
    [0.1, 0.22],
    [0.18, 0.22],
    [0.32, 0.2],
    [0.02, 0.05],
    [0.008, 0.03],
    [0.003, 0.01],
  ] as const;
  /** The mixture as it is defined: products of likelihood ratios, trial by trial. */
  function product(rate: number, outcomes: readonly boolean[]): number {
    const ratio = (q: number): number =>
      outcomes.reduce((wealth, happened) => wealth * (happened ? q / rate : (1 - q) / (1 - rate)), 1);
    return parts.reduce((sum, [below, part]) => sum + part * ratio(rate - below), 0.05 * ratio(0));
  }
  const outcomes = (text: string): readonly boolean[] => Array.from(text, (c) => c === '1');

  it.each(['', '1', '0', '0110', '00000', '11111011', '0101010101010101010101'])(
    'of "%s" is the mixture of likelihood ratios',
    (text) => {
      const told = outcomes(text);
      const hits = told.filter(Boolean).length;
      const value = Math.exp(rateEvidence(0.7)(hits, told.length - hits));
      // Two ways of some fifty roundings of numbers whose logarithms are below 30: 50 * 30 * 2^-53 = 2e-13.
      expect(Math.abs(value / product(0.7, told) - 1)).toBeLessThanOrEqual(2e-13);
    },
  );

  it('has values that are easy to compute by hand', () => {
    const at = (hits: number, misses: number): number => Math.exp(rateEvidence(0.5)(hits, misses));
    // Nothing heard: all of the wealth. One trial: 1 -+ 2 * (mean distance below, 'never' being 0.5 below).
    const below = 0.05 * 0.22 + 0.1 * 0.22 + 0.18 * 0.22 + 0.32 * 0.2 + 0.02 * 0.05 + 0.008 * 0.03 + 0.003 * 0.01;
    expect(Math.abs(at(0, 0) - 1)).toBeLessThanOrEqual(1e-14);
    expect(Math.abs(at(1, 0) - (1 - 2 * (below + 0.025)))).toBeLessThanOrEqual(1e-14);
    expect(Math.abs(at(0, 1) - (1 + 2 * (below + 0.025)))).toBeLessThanOrEqual(1e-14);
  });

  it('begins with a wealth of 1, however much of it bets on the event never happening', () => {
    // Eight parts that sum to 1, a rounding or two each.
    for (const never of [0.05, 0.5, 0.9]) expect(Math.abs(rateEvidence(0.3, never)(0, 0))).toBeLessThanOrEqual(1e-15);
    // Twenty misses of an event of probability 1/2: a wealth of at least 0.9 times 2^20, and 2^20 is the most that any bet makes.
    const twenty = Math.exp(rateEvidence(0.5, 0.9)(0, 20)) / 2 ** 20;
    expect(twenty).toBeGreaterThan(0.9);
    expect(twenty).toBeLessThan(1);
  });

  it('has mean 1 after any number of trials at the claimed rate', () => {
    for (const rate of [0.01, 0.3, 0.5, 0.95]) {
      const evidence = rateEvidence(rate);
      let [mean, binomial] = [0, (1 - rate) ** 30];
      for (let hits = 0; hits <= 30; hits++) {
        mean += binomial * Math.exp(evidence(hits, 30 - hits));
        binomial *= ((30 - hits) * rate) / ((hits + 1) * (1 - rate));
      }
      expect(Math.abs(mean - 1)).toBeLessThanOrEqual(1e-11); // (1 - rate)^30 and e^evidence lose 1e-13 each at 0.95
    }
  });

  it('is a bet against a rate strictly between 0 and 1', () => {
    for (const rate of [0, 1, -0.1, 1.1, NaN]) expect(() => rateEvidence(rate)).toThrow('needs a rate in (0, 1); came');
  });
});
