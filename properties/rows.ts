import fc from 'fast-check';
import { deviation, entriesOf, largest, pointsIn, type Row } from '../theorems/row.js';
import { grid, whole } from './arbitraries.js';

/** Rows of 2 to 64 points that lie within 1 of a common value, up to a hundred million away from zero. */
export function rows(): { readonly [Field in keyof Row]: fc.Arbitrary<Row[Field]> } {
  return {
    common: fc.oneof(fc.constant(0), grid(-1, 1, 0.001), fc.constantFrom(123.4, -1e4, 1234567.8, 1e8)),
    apart: grid(0.001, 1, 0.001),
    others: fc.oneof(places(3), places(62)),
  };
}

/** Up to so many places within 1 of the common one, which every fifth is. */
function places(most: number): fc.Arbitrary<number[]> {
  const place = fc.oneof({ weight: 1, arbitrary: fc.constant(0) }, { weight: 4, arbitrary: grid(-1, 1, 0.001) });
  return fc.array(place, { maxLength: most, size: 'max' });
}

/** Rows in which every point but one is at the same place: where batch normalisation makes its largest number. */
export function rowsOfOneAgainstTheRest(): ReturnType<typeof rows> {
  return { ...rows(), others: whole(0, 62).map(zeros, (others) => requireArray(others).length) };
}

function zeros(length: number): readonly number[] {
  return Array.from({ length }, () => 0);
}

function requireArray(value: unknown): readonly unknown[] {
  if (!Array.isArray(value) || value.some((x) => x !== 0)) throw new RangeError('not a value of this arbitrary');
  return value;
}

/** The parts of the domain of rows that every claim about them must visit. */
export const rowRegimes: Readonly<Record<string, (row: Row) => boolean>> = {
  'two points': (row) => pointsIn(row) === 2,
  'more than thirty points': (row) => pointsIn(row) > 30,
  'about zero': ({ common }) => common === 0,
  'far from zero': ({ common }) => Math.abs(common) > 1000,
};

/** Z: the largest entry of a row. */
export function size(row: Row): number {
  return largest(entriesOf(row));
}

/**
 * Roundings in an entry of a batch-normalised row, given the root of n - 1 that no such entry exceeds.
 *
 * Recentering is off by n + 2 of Z, which normalising turns into (1 + sqrt n) / sigma of that, and adds (n + 5)/2 of its own.
 * A hundredth more for the second order, since (n + 2) u Z is below a hundredth of sigma on all rows of this vocabulary.
 */
export function batchNormRoundings(row: Row): number {
  const points = pointsIn(row);
  const root = Math.sqrt(points);
  return 1.01 * (points + 2) * (1 + root) * eccentricity(row) + ((points + 5) / 2) * root;
}

/** Z / sigma: how much larger than its deviation a row is. Rounding reaches a normalised row multiplied by this. */
export function eccentricity(row: Row): number {
  const entries = entriesOf(row);
  return largest(entries) / deviation(entries);
}

/** Roundings in the sum of a recentred row: n times the n + 1 of the mean that is left, and n - 1 for each entry summed. */
export function sumRoundings(row: Row): number {
  const points = pointsIn(row);
  return points * (2 * points + 1) * size(row);
}
