import fc from 'fast-check';
import { suchThat } from '../src/theory/filtering.js';
import { squaredDistance, type TwoGroupsGram } from '../theorems/two-groups-limit.js';
import type { WeightChoice } from '../theorems/weight-choice.js';
import { geometric, grid, seeds } from './arbitraries.js';

/** One layer of weights from a law without atoms, so that no neuron is blind to a difference. */
export function continuousWeights(): {
  readonly [Field in keyof WeightChoice]: fc.Arbitrary<WeightChoice[Field]>;
} {
  return {
    weights: fc.constantFrom('gaussian', 'uniform', 'orthogonal', 'student-t(3)', 'cauchy'),
    width: geometric(1, 64, 12),
    draw: seeds(),
  };
}

/** Two different places in up to `dimensions` coordinates, as pairs of coordinates on a grid. */
export function places(dimensions: number): fc.Arbitrary<[number, number][]> {
  return suchThat(
    fc.array(fc.tuple(grid(-8, 8, 0.5), grid(-8, 8, 0.5)), { minLength: 1, maxLength: dimensions }),
    (pairs) => pairs.some(([a, b]) => a !== b),
  );
}

/** Two places as a Gaussian network sees them, with groups of up to so many points; never the same place twice. */
export function twoGroupsGrams(odd: fc.Arbitrary<number>): {
  readonly [Field in keyof TwoGroupsGram]: fc.Arbitrary<TwoGroupsGram[Field]>;
} {
  return {
    odd,
    cluster: geometric(1, 1000, 30),
    oddNorm: grid(0, 10, 0.05),
    clusterNorm: grid(0, 10, 0.05),
    cosine: grid(-1, 1, 0.01),
  };
}

/**
 * Operations whose rounding reaches the centred Gram matrix of two groups, relative to its smallest entry.
 *
 * Centring subtracts sums of entries of size M = the larger squared norm, ten roundings each; the smallest variance left is
 * |x - y|^2 / n^2.
 */
export function centringLoss(batch: TwoGroupsGram): number {
  const largest = Math.max(batch.oddNorm, batch.clusterNorm);
  const points = batch.odd + batch.cluster;
  return (10 * points * points * largest * largest) / squaredDistance(batch);
}
