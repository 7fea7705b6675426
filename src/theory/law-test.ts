import { log } from '../portable/log.js';
import { categoryEvidence } from '../statistics/category-evidence.js';
import { ksCritical, ksCriticalToLaw, ksDistance, ksDistanceToLaw } from '../statistics/kolmogorov-smirnov.js';
import { MeanEvidence } from '../statistics/mean-evidence.js';
import type { Law } from './theorem.js';

/** What a sample says of a law: refuted when `statistic` exceeds `critical`, at observation `by`. */
export interface LawReading {
  readonly statistic: number;
  readonly critical: number;
  /** Observations that it took: all of them, but for a mean, which is tested after each. */
  readonly by: number;
  /** What the statistic is, for a reader. */
  readonly name: string;
}

/**
 * Tests whether a sample has the law that is claimed, at `level`; every test is valid at every sample size, none is asymptotic.
 *
 * @param others the other sample, of the same size, where the law is that of another sample; else empty
 * @throws RangeError when a sample cannot come from the law at all: a category that does not exist, a value out of range
 */
export function lawReading<Instance>(
  law: Law<Instance>,
  instance: Instance,
  sample: readonly number[],
  others: readonly number[],
  level: number,
): LawReading {
  const by = sample.length;
  switch (law.of) {
    case 'categories': {
      const probabilities = law.probabilities(instance);
      const counts = countsOf(sample, probabilities.length);
      return {
        statistic: categoryEvidence(counts, probabilities),
        critical: log(1 / level),
        by,
        name: 'relative entropy',
      };
    }
    case 'continuous': {
      const statistic = ksDistanceToLaw(sample, (x) => law.cdf(instance, x));
      return { statistic, critical: ksCriticalToLaw(by, level), by, name: 'Kolmogorov-Smirnov distance' };
    }
    case 'same':
      return {
        statistic: ksDistance(sample, others),
        critical: ksCritical(by, level),
        by,
        name: 'Kolmogorov-Smirnov distance of two samples',
      };
    case 'mean':
      return meanReading(law.mean(instance), law.range(instance), sample, log(1 / level));
  }
}

function meanReading(
  mean: number,
  range: readonly [number, number],
  sample: readonly number[],
  critical: number,
): LawReading {
  const name = 'evidence against the mean';
  const evidence = new MeanEvidence(mean, range);
  for (const [i, x] of sample.entries()) {
    evidence.hear(x);
    if (evidence.logarithm >= critical) return { statistic: evidence.logarithm, critical, by: i + 1, name };
  }
  return { statistic: evidence.logarithm, critical, by: sample.length, name };
}

function countsOf(sample: readonly number[], categories: number): readonly number[] {
  const counts = Array.from({ length: categories }, () => 0);
  for (const category of sample) {
    if (!(category in counts)) throw new RangeError(`needs a category in 0..${categories - 1}; came ${category}.`);
    counts[category] = (counts[category] ?? 0) + 1;
  }
  return counts;
}
