import { describe, expect, test } from 'vitest';
import { ratePath } from '../../src/statistics/rate-path.js';
import { rateEvidence } from '../../src/statistics/rate-evidence.js';
import { type RateQuestion, RateTest } from '../../src/statistics/rate-test.js';

const question: RateQuestion = { probability: 0.9, indifference: 0.2, refuting: 1e-4, certifying: 1e-5 };

/** Outcomes up to the decision of a test, `missEvery`-th ones missing. */
function trialsUntilDecided(missEvery: number): { readonly trials: boolean[]; readonly decision: string } {
  const rate = new RateTest(question);
  const trials: boolean[] = [];
  while (rate.decision === undefined && trials.length < 1000) {
    trials.push((trials.length + 1) % missEvery !== 0);
    rate.hear(trials.at(-1) === true);
  }
  return { trials, decision: rate.decision ?? 'undecided' };
}

describe('the path of a test', () => {
  test.each([
    { missEvery: 2, decided: 'refuted', side: 'refuting' as const, at: 4 },
    { missEvery: 1e9, decided: 'certified', side: 'certifying' as const, at: 5 },
  ])('reaches the threshold at the draw that decides, and at none before: $decided', (which) => {
    const { trials, decision } = trialsUntilDecided(which.missEvery);
    expect(decision).toBe(which.decided);
    expect(trials.length).toBeLessThanOrEqual(48); // every draw is a step
    const { refuteAt, certifyAt, steps } = ratePath(question, trials);
    expect([refuteAt, certifyAt]).toEqual([4, 5]);
    expect(steps.map(({ draws }) => draws)).toEqual(Array.from({ length: trials.length + 1 }, (_, k) => k));
    const values = steps.map((step) => step[which.side] ?? NaN);
    expect(values[0]).toBe(0);
    expect(values.at(-1)).toBeGreaterThanOrEqual(which.at);
    expect(Math.max(...values.slice(0, -1))).toBeLessThan(which.at);
  });

  test('keeps equal steps and the last draw of a long one, and each step is what all draws would give', () => {
    const trials = Array.from({ length: 1000 }, (_, k) => k < 500 || k % 5 === 0);
    const { steps } = ratePath(question, trials);
    expect(steps.length).toBe(Math.ceil(1000 / 21) + 1);
    expect(steps.slice(0, 3).map(({ draws }) => draws)).toEqual([0, 21, 42]);
    expect(steps.at(-1)?.draws).toBe(1000);
    expect(ratePath(question, trials.slice(0, 42)).steps.at(-1)).toEqual(steps[2]);
    expect(ratePath(question, trials.toReversed()).steps[2]).not.toEqual(steps[2]); // the order counts
  });

  test('has infinite evidence, null, after a miss of what is claimed to be certain', () => {
    const { steps } = ratePath({ ...question, probability: 1 }, [true, false]);
    expect(steps.map(({ refuting }) => refuting)).toEqual([0, 0, null]);
  });

  test('says the decimal logarithm of either evidence, to three decimals', () => {
    const trials = [true, true, false];
    const { steps } = ratePath(question, trials);
    // Two hits and a miss of nine in ten; of what misses, one in three where three in ten are allowed.
    const values = [rateEvidence(0.9)(2, 1), rateEvidence(0.3, 0.5)(1, 2)].map((x) =>
      Math.round(1000 * (x / Math.LN10)),
    );
    expect([steps[3]?.refuting, steps[3]?.certifying]).toEqual(values.map((thousandths) => thousandths / 1000));
    expect(steps[3]?.draws).toBe(3);
  });

  test('has no threshold where nothing may be spent', () => {
    expect(ratePath({ ...question, refuting: 0 }, []).refuteAt).toBe(null);
  });
});
