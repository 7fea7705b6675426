import { log } from '../portable/log.js';

/**
 * Relative entropy n D(counts / n || probabilities) of what was counted to what was claimed: half of the likelihood-ratio
 * chi-square statistic G. Infinite when something happened that has probability 0.
 */
export function relativeEntropy(counts: readonly number[], probabilities: readonly number[]): number {
  const trials = counts.reduce((sum, count) => sum + count, 0);
  return counts.reduce((sum, count, k) => {
    if (count === 0) return sum;
    const expected = trials * (probabilities[k] ?? NaN);
    return sum + (expected > 0 ? count * log(count / expected) : Infinity);
  }, 0);
}

/**
 * ln(1/a) for the smallest level a at which the counts refute the probabilities; 0 when none does.
 *
 * P(n D >= x) <= exp(-x) (e x / (k-1))^(k-1) for x > k - 1 and k categories, at every number of trials; the chi-square
 * approximation is not valid at the levels that the ledger grants (it errs by more than the level itself).
 * Source: Agrawal 2020, "Finite-sample concentration of the multinomial in relative entropy", Theorem I.2.
 */
export function categoryEvidence(counts: readonly number[], probabilities: readonly number[]): number {
  const x = relativeEntropy(counts, probabilities);
  const freedom = counts.length - 1;
  if (x === Infinity || freedom === 0) return x;
  return x > freedom ? x - freedom * (1 + log(x / freedom)) : 0;
}
