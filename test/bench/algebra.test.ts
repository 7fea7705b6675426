import { expect, it } from 'vitest';
import { sharesOf } from '../../bench/algebra.js';
import { FLOPS } from '../../bench/roof.js';

/** Seconds that so many flops take at the roof, where 1e5 turns of it take one second. */
const atRoof = (flops: number): number => flops / (1e5 * FLOPS);
/** Of one layer of 4,096 neurons on 32 points: 31 rows of the factor and their sum, 31 · 34, and the triangle of the Gram matrix, 32 · 33. */
const LAYER = 4096 * (31 * 34 + 32 * 33);
/** Of 64 times one block of 64 neurons. */
const BLOCKS = 64 * 64 * 32 * 33;
const REST = 0.7;

it('shares are flops at the roof over the seconds taken: of the algebra of a chain of 128 layers without what else its layers do', () => {
  const pieces = [1, atRoof(BLOCKS) / 0.8, atRoof(BLOCKS) / 0.6];
  const { algebra, roof, share, product, sums } = sharesOf(32, pieces, [1, REST, 128 * (REST + atRoof(LAYER) / 0.5)]);
  const rounded = [algebra / roof, share, product, sums].map((x) => Math.round(1e9 * x) / 1e9);
  expect(rounded).toEqual([0.5, 0.5, 0.8, 0.6]);
  // A chain one layer shorter than it is taken for would look faster than it is.
  expect(sharesOf(32, pieces, [1, REST, 127 * (REST + atRoof(LAYER) / 0.5)]).share).toBeGreaterThan(0.5);
});
