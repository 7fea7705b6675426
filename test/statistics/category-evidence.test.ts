import { describe, expect, it } from 'vitest';
import { categoryEvidence, relativeEntropy } from '../../src/statistics/category-evidence.js';

interface Outcome {
  readonly counts: readonly number[];
  readonly probability: number;
}

/** Every way that n trials can fall into the categories, with its multinomial probability. */
function outcomes(n: number, probabilities: readonly number[]): readonly Outcome[] {
  const [p = NaN, ...others] = probabilities;
  if (others.length === 0) return [{ counts: [n], probability: p ** n }];
  const found: Outcome[] = [];
  let choose = 1; // n over count
  for (let count = 0; count <= n; count++) {
    for (const rest of outcomes(n - count, others))
      found.push({ counts: [count, ...rest.counts], probability: choose * p ** count * rest.probability });
    choose = (choose * (n - count)) / (count + 1);
  }
  return found;
}

type Evidence = typeof categoryEvidence;

/** Largest P(evidence >= ln(1/a)) / a. Only the attained levels a <= 1 can be the worst ones, so no grid is needed. */
function excess(evidence: Evidence, n: number, probabilities: readonly number[]): number {
  const sorted = outcomes(n, probabilities)
    .map(({ counts, probability }) => ({ says: evidence(counts, probabilities), probability }))
    .sort((a, b) => b.says - a.says);
  let [largest, sum] = [0, 0];
  for (const { says, probability } of sorted) {
    sum += probability;
    largest = Math.max(largest, sum / Math.exp(-Math.max(0, says)));
  }
  return largest;
}

const cases = [
  [0.5, 0.5],
  [0.9, 0.1],
  [0.99, 0.01],
  [1 / 3, 1 / 3, 1 / 3],
  [0.6, 0.3, 0.1],
  [0.98, 0.01, 0.01],
  [0.25, 0.25, 0.25, 0.25],
  [0.7, 0.1, 0.1, 0.1],
  [0.4, 0.3, 0.2, 0.1],
];
const SIZES = [1, 2, 3, 5, 8, 13, 20];
/** Each probability is a sum of at most 1771 products of some 40 roundings. */
const ROUNDING = 1e-12;

describe('evidence against probabilities of categories', () => {
  it.each(cases)('refutes them at any level no more often than that: %f, %f, %s, %s', (...given) => {
    const probabilities = given.filter(Number.isFinite);
    for (const n of SIZES) expect(excess(categoryEvidence, n, probabilities)).toBeLessThanOrEqual(1 + ROUNDING);
  });

  it.each(cases)('would refute them more often by the relative entropy alone: %f, %f, %s, %s', (...given) => {
    const probabilities = given.filter(Number.isFinite);
    const worst = Math.max(...SIZES.map((n) => excess(relativeEntropy, n, probabilities)));
    expect(worst).toBeGreaterThan(1.01);
  });

  it('is infinite when the impossible happened, and not when it did not', () => {
    expect(categoryEvidence([5, 1, 0], [0.5, 0, 0.5])).toBe(Infinity);
    expect(categoryEvidence([5, 0, 5], [0.5, 0, 0.5])).toBe(0);
    expect(categoryEvidence([7], [1])).toBe(0);
    // A category without a probability, or with one that is none, is one that cannot happen.
    expect(relativeEntropy([5, 1], [1])).toBe(Infinity);
    expect(relativeEntropy([5, 1], [1, NaN])).toBe(Infinity);
  });

  it('is the relative entropy itself where there is one category', () => {
    // 7 ln 2, a product of two roundings
    expect(Math.abs(categoryEvidence([7], [0.5]) - 7 * Math.LN2)).toBeLessThanOrEqual(2e-15);
  });

  it('has the value of its formula', () => {
    // 8 ln(8/5) + 2 ln(2/5) = 1.927 nats, one degree of freedom: less 1 + ln 1.927.
    const x = 8 * Math.log(1.6) + 2 * Math.log(0.4);
    // Two evaluations of some ten roundings of numbers below 4.
    expect(Math.abs(relativeEntropy([8, 2], [0.5, 0.5]) - x)).toBeLessThanOrEqual(1e-14);
    expect(Math.abs(categoryEvidence([8, 2], [0.5, 0.5]) - (x - 1 - Math.log(x)))).toBeLessThanOrEqual(1e-14);
    expect(categoryEvidence([5, 5], [0.5, 0.5])).toBe(0);
    // 8 ln(8/6) + 2 ln(2/4) = 0.915 nats are less than one degree of freedom.
    expect(categoryEvidence([8, 2], [0.6, 0.4])).toBe(0);
    // Three categories, two degrees: 9 ln 3 nats, less 2 (1 + ln(9 ln 3 / 2)).
    const three = 9 * Math.log(3) - 2 * (1 + Math.log((9 * Math.log(3)) / 2));
    expect(Math.abs(categoryEvidence([9, 0, 0], [1 / 3, 1 / 3, 1 / 3]) - three)).toBeLessThanOrEqual(1e-14);
  });

  it('grows with the relative entropy, from where it begins', () => {
    const values = Array.from({ length: 51 }, (_, k) => categoryEvidence([50 + k, 50 - k], [0.5, 0.5]));
    expect(values).toEqual([...values].sort((a, b) => a - b));
    expect(values.at(-1)).toBeGreaterThan(60); // 100 ln 2 = 69.3, less 1 + ln 69.3 = 5.2
  });
});
