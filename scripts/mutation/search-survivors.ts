import type { Excuse } from './excuses.js';
import { BEYOND, LABEL } from './reasons.js';
import { SEARCH_DESCENTS } from './search-descent-survivors.js';
import { SEARCH_HUNTS } from './search-hunt-survivors.js';

const SORTS = 'a place has numbers in every instance or in none, which two of the conditions say';
const ITSELF = 'a number that nothing else makes room for: it was asked about alone before';

const QUADRATIC = 'src/search/quadratic.ts';
const SIMPLEST = 'src/search/simplest.ts';

/** Of the algebra of models, of asking again, and of simplifying, where a mutant asks as often or comes to what is as simple. */
const REST: readonly Excuse[] = [
  { file: QUADRATIC, original: 'i < order', replacements: ['i <= order'], because: BEYOND },
  { file: QUADRATIC, original: 'i < n', replacements: ['i <= n'], because: BEYOND },
  { file: QUADRATIC, original: 'n - 1', replacements: ['n + 1'], because: BEYOND },
  {
    file: QUADRATIC,
    original: 'k < SHIFTS',
    replacements: ['k <= SHIFTS'],
    because: 'the last shift is thousands of times the curvature: it is reached only with NaN',
  },
  {
    file: QUADRATIC,
    original: 'lengthOf(step) <= LONG',
    replacements: ['lengthOf(step) < LONG'],
    because: 'a length that is rounded: whether the bound itself belongs to it is left open',
  },
  {
    file: QUADRATIC,
    original: 'pivot > 0',
    replacements: ['pivot >= 0'],
    because: 'a pivot of 0 makes infinite entries, then NaN, of which no length is short enough',
  },
  {
    file: 'src/search/recheck.ts',
    original: "'again'",
    replacements: ['""'],
    because: LABEL,
  },
  {
    file: SIMPLEST,
    original: 'value < 0',
    replacements: ['value <= 0'],
    because: 'where one number is 0 and the other is not, their moduli differ, which are compared before',
  },
  {
    file: SIMPLEST,
    original: 'place >= 0',
    replacements: ['true'],
    because: 'no difference is place -1, where neither has a number: NaN is not less',
  },
  {
    file: SIMPLEST,
    original: '(left[place] ?? NaN) < (right[place] ?? NaN)',
    replacements: ['(left[place] ?? NaN) <= (right[place] ?? NaN)'],
    because: 'the place is where they differ',
  },
  {
    file: SIMPLEST,
    original: "'not simpler'",
    replacements: ['""'],
    because: 'an answer that is neither of the other two: nobody asks for its name',
  },
  { file: SIMPLEST, original: "typeof value !== 'number'", replacements: ['false'], because: SORTS },
  {
    file: SIMPLEST,
    original: "typeof value !== 'number' || coordinate.numbers.length === 0",
    replacements: ["typeof value !== 'number' && coordinate.numbers.length === 0"],
    because: SORTS,
  },
  { file: SIMPLEST, original: 'coordinate.numbers.length === 0', replacements: ['false'], because: SORTS },
  { file: SIMPLEST, original: "typeof here !== 'number'", replacements: ['false'], because: SORTS },
  { file: SIMPLEST, original: 'here > 0', replacements: ['here >= 0'], because: 'from 0 no step leads nearer to 0' },
  {
    file: SIMPLEST,
    original: 'Math.abs(x) < Math.abs(value)',
    replacements: ['Math.abs(x) <= Math.abs(value)'],
    because: 'the present value beside a move of another number was asked about before, or is not simpler',
  },
  {
    file: SIMPLEST,
    original: 'nearer.slice(0, TRADED)',
    replacements: ['nearer'],
    because: 'bounds the looks at very many values, of which the budget ends the rest',
  },
  {
    file: SIMPLEST,
    original: 'asked.size < budget',
    replacements: ['true', 'asked.size <= budget'],
    because: 'beyond the budget nothing is asked, so nothing changes, and that ends the loop',
  },
  {
    file: SIMPLEST,
    original: 'lengthAt(instance, path) - 1',
    replacements: ['lengthAt(instance, path) + 1'],
    because: 'an element that is not there leaves the instance as it is, which is not simpler',
  },
  {
    file: SIMPLEST,
    original: 'before !== instance',
    replacements: ['false'],
    because: 'pairs are then tried a round sooner as well',
  },
  { file: SIMPLEST, original: 'leaves.filter((other) => other !== leaf)', replacements: ['leaves'], because: ITSELF },
  { file: SIMPLEST, original: 'other !== leaf', replacements: ['true'], because: ITSELF },
  {
    file: SIMPLEST,
    original: 'coordinate.numbers.length < 2',
    replacements: ['false'],
    because: 'the only number is the present one, which is left out below',
  },
  {
    file: SIMPLEST,
    original: '[...new Set(places)].filter((place) => place !== value)',
    replacements: ['[...new Set(places)]'],
    because: ITSELF,
  },
  { file: SIMPLEST, original: 'place !== value', replacements: ['true'], because: ITSELF },
  {
    file: SIMPLEST,
    original: 'middle - high',
    replacements: ['middle + high'],
    because: 'the middle is rounded towards 0, where the refused value lies: it is never the present one',
  },
  {
    file: SIMPLEST,
    original: 'value > 0',
    replacements: ['value >= 0'],
    because:
      'a step from 0 leads away from it: what it makes room for is tried from the other number too, by its steps',
  },
  {
    file: SIMPLEST,
    original: 'middle < Math.min(low, high)',
    replacements: ['middle <= Math.min(low, high)'],
    because: 'a middle that is one of the ends has ended the loop before',
  },
  {
    file: SIMPLEST,
    original: 'middle > Math.max(low, high)',
    replacements: ['middle >= Math.max(low, high)'],
    because: 'a middle that is one of the ends has ended the loop before',
  },
  {
    file: SIMPLEST,
    original: 'i < 16',
    replacements: ['i <= 16'],
    because: 'sixteen is a power of two and kept anyway',
  },
  {
    file: QUADRATIC,
    original: 'step !== undefined',
    replacements: ['false'],
    because: 'the halvings between a shift of 0 and one of 0 then give the same step',
  },
  {
    file: QUADRATIC,
    original: 'k < HALVINGS',
    replacements: ['k <= HALVINGS', 'true'],
    because:
      'for a slope with no part along the crest, not even by rounding: it ends the halvings that no length would',
  },
  {
    file: QUADRATIC,
    original: 'k++',
    replacements: ['k--'],
    because:
      'for a slope with no part along the crest, not even by rounding: it ends the halvings that no length would',
  },
  {
    file: QUADRATIC,
    original: 'lengthOf(step) < SHORT',
    replacements: ['lengthOf(step) <= SHORT'],
    because: 'a length that is rounded: whether the bound itself belongs to it is left open',
  },
];

export const SEARCH: readonly Excuse[] = [...SEARCH_DESCENTS, ...SEARCH_HUNTS, ...REST];
