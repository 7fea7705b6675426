import type { Excuse } from './excuses.js';

/** All of them compute the same, or differ by less than the bound that they belong to is exact. */
export const STATISTICS: readonly Excuse[] = [
  {
    file: 'src/statistics/category-evidence.ts',
    original: 'expected > 0',
    replacements: ['expected >= 0'],
    because: 'a count over an expectation of 0 is infinite, and so is its logarithm',
  },
  {
    file: 'src/statistics/category-evidence.ts',
    original: 'x > freedom',
    replacements: ['x >= freedom'],
    because: 'the bound begins at 0 where x is the number of degrees of freedom',
  },
  {
    file: 'src/statistics/rate-interval.ts',
    original: '(happened === 0 ? 0 : happened * log(p)) + (missed === 0 ? 0 : missed * log(1 - p)) >= allowed',
    replacements: ['(happened === 0 ? 0 : happened * log(p)) + (missed === 0 ? 0 : missed * log(1 - p)) > allowed'],
    because: 'an end of the interval is itself rounded: whether it belongs to it is left open',
  },
  {
    file: 'src/statistics/rate-interval.ts',
    original: 'k < HALVINGS',
    replacements: ['k <= HALVINGS'],
    because: 'halves a rest of 2^-53 once more',
  },
  {
    file: 'src/statistics/rate-test.ts',
    original: 'certifying > 0',
    replacements: ['true', 'certifying >= 0'],
    because: 'spares the evidence; at level 0 it would have to be infinite, and that for an event is always finite',
  },
];
