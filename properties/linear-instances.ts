import fc from 'fast-check';
import { UNIT_ROUNDOFF } from '../src/theory/allowance.js';
import type { MatrixDirection } from '../theorems/matrix-direction.js';
import type { ScatteredPoints } from '../theorems/scattered-points.js';
import type { SpectralBatch } from '../theorems/spectral-batch.js';
import { geometric, whole } from './arbitraries.js';

/** Spectra of up to six levels with up to nine points each: weights from 1 to 1e6 in whole numbers, or within a per cent; up to three zeros. */
export function spectralBatches(): fc.Arbitrary<SpectralBatch> {
  const levels = (weight: fc.Arbitrary<number>): fc.Arbitrary<SpectralBatch['levels']> =>
    fc.array(fc.record({ points: fc.oneof(fc.constant(1), whole(1, 9)), weight }), { minLength: 1, maxLength: 6 });
  return fc.oneof(
    fc.record({
      levels: levels(fc.oneof(whole(1, 12), geometric(1, 1e6, 60))),
      dead: fc.oneof(fc.constant(0), whole(0, 3)),
    }),
    fc.record({ levels: levels(whole(1000, 1010)), dead: fc.constant(0) }),
  );
}

/** A spectrum whose eigenvalues lie within a per cent of each other, not all equal. */
export function nearlyFlat({ levels, dead }: SpectralBatch): boolean {
  const weights = levels.map(({ weight }) => weight);
  const [least, most] = [Math.min(...weights), Math.max(...weights)];
  return dead === 0 && least < most && most <= 1.01 * least;
}

/**
 * Operations whose rounding reaches an eigenvalue at infinite width, relative to it: at most 524 positive terms in the trapezoid
 * rule, and exponents up to 140 that a sum over seven levels has rounded, where a term still counts.
 */
export const QUADRATURE = 524 + 140 * 8;

/**
 * The same for an eigenvalue that is this share of the trace: the rule stops at terms of 1e-20 of the trace, which fall by
 * exp(-1/4) each at least, so it leaves out 5e-20 of the trace.
 */
export function quadratureOf(share: number): number {
  return QUADRATURE + 5e-20 / UNIT_ROUNDOFF / share;
}

/**
 * Operations whose rounding reaches differences of entries that depend on t alike, relative to the largest: the weight of a term is
 * common to them, and an addition rounds by what has been summed so far. Before the peak that grows by exp(1/4) a term, so as
 * much as 5 of the sum in all; after it the rule takes 184 terms at rank 2, and 368 at rank 1, down to 1e-20.
 */
export const SUMMATION = 368 + 5;

/** Entries of a direction are at most twice nine. */
export const LARGEST_STEP = 18;

/** Symmetric directions on one to four blocks of `least` to `largest` points each, in whole numbers up to nine. */
export function matrixDirections(largest: number, least = 1): fc.Arbitrary<MatrixDirection> {
  const size = fc.oneof(fc.constant(least), whole(least, 3), geometric(least, largest, 20));
  return fc.record({
    sizes: fc.oneof(fc.tuple(size), fc.array(size, { minLength: 1, maxLength: 4 })),
    own: fc.array(whole(-9, 9), { minLength: 4, maxLength: 4 }),
    between: fc.array(whole(-9, 9), { minLength: 10, maxLength: 10 }),
  });
}

/** From `least` to `most` points about places on a grid of whole numbers, each with a scatter of its own. */
export function scatteredPoints(least: number, most: number): fc.Arbitrary<ScatteredPoints> {
  const coordinate = whole(-9, 9);
  const point = fc.record({ at: fc.tuple(coordinate, coordinate, coordinate), scatter: whole(1, 9) });
  return fc.record({ points: fc.array(point, { minLength: least, maxLength: most }) });
}

/** Operations of ten sweeps of Jacobi rotations, six a rotation, 2n rotations an entry; and of putting the axes together again. */
export function turning(order: number): number {
  return 120 * order + 4 * order;
}
