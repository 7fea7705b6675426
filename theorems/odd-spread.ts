import { betweenBlocks, type BlockGram, blockGram, pointsOf, squaredNorm } from '../src/limit/block-gram.js';
import { limitLayer } from '../src/limit/limit-map.js';
import { spreadOf } from '../src/limit/odd-angle.js';
import type { Stage } from '../src/network/stage.js';

/** The spread at which all points are alike: no odd point. */
export function symmetricSpread(points: number): number {
  return points * (points - 2);
}

/**
 * A batch of this spread, away from the origin: one odd point, block 0, and a cluster whose differences have variance 1.
 *
 * Its Gram matrix is 11' + ratio * v v' + (P - v v'), v the direction that tells the odd point from the others.
 */
function batchOfSpread(points: number, spread: number): BlockGram {
  const others = points - 1;
  const ratio = symmetricSpread(points) / spread;
  const cross = 1 - ratio / points;
  return blockGram(
    [1, others],
    [0, 1],
    [1 + (ratio * others) / points, cross, cross, 1 + ratio / (points * others) - 1 / others],
  );
}

/** The spread of any batch of one odd point, block 0, and a cluster. */
export function spreadOfGram(gram: BlockGram): number {
  const points = pointsOf(gram);
  const own = gram.own[1] ?? NaN;
  const distance =
    squaredNorm(gram, 0) - 2 * betweenBlocks(gram, 0, 1) + betweenBlocks(gram, 1, 1) + own / (points - 1);
  return spreadOf(own, distance, points);
}

/** The spread after one layer, on the set of one odd point and a cluster. */
export function spreadAfter(stages: readonly Stage[], points: number, spread: number): number {
  return spreadOfGram(limitLayer(stages)({ gram: batchOfSpread(points, spread) }).gram);
}

/** By what part of itself a layer makes the lead of an odd point grow: the variance along its direction over that of the others. */
export function growthOfLead(stages: readonly Stage[], points: number, lead: number): number {
  const spread = symmetricSpread(points) / lead;
  return spread / spreadAfter(stages, points, spread) - 1;
}

/**
 * Where `next(x) - x` changes sign between two spreads at which it has different signs, by bisection of the logarithm.
 *
 * 55 halvings of a range of less than e^30 leave a relative error of 1e-15.
 */
export function crossing(next: (spread: number) => number, from: number, to: number): number {
  let [low, high] = [from, to];
  const rises = next(low) > low;
  for (let k = 0; k < 55; k++) {
    const middle = Math.sqrt(low) * Math.sqrt(high);
    if (next(middle) > middle === rises) low = middle;
    else high = middle;
  }
  return Math.sqrt(low) * Math.sqrt(high);
}
