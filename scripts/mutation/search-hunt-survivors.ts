import type { Excuse } from './excuses.js';
import { LABEL } from './reasons.js';

const FULL = 'parents are eight or none, and are picked from only where there are eight: the type alone asks for this';
const TURN = 'a search has strategies, and the turn is the place of one: the type alone asks for this';
const ADD_UP = 'the parts add up to 1 and a ticket is below 1: only a rounding error of the last bit leads here';
const KNOWN = 'the leaves left are those whose coordinate is known, and where none is left both are undefined';

const EVOLVE = 'src/search/evolve.ts';
const GUIDED = 'src/search/guided.ts';
const LEG = 'src/search/leg.ts';
const NEIGHBOUR = 'src/search/neighbour.ts';
const OBJECTIVE = 'src/search/objective.ts';
const PLANT = 'src/search/plant.ts';

/** Of evolution and of single moves, of what judges proposals and shares the budget among strategies, and of what is done with a find. */
export const SEARCH_HUNTS: readonly Excuse[] = [
  {
    file: EVOLVE,
    original: 'successes * 5 > children.length',
    replacements: ['successes * 5 >= children.length'],
    because: 'a generation has sixteen children, of which no number is exactly a fifth',
  },
  {
    file: EVOLVE,
    original: 'parents[0]?.fitness',
    replacements: ['parents[0].fitness'],
    because: 'the sixteen children were just added: the type alone asks for this',
  },
  {
    file: EVOLVE,
    original: "{ instance: undefined, fitness: Infinity, text: '' }",
    replacements: ['{}'],
    because: FULL,
  },
  { file: EVOLVE, original: "''", replacements: ['"Stryker was here!"'], because: FULL },
  { file: LEG, original: "'sample'", replacements: ['""'], because: LABEL },
  { file: OBJECTIVE, original: "'common'", replacements: ['""'], because: LABEL },
  { file: OBJECTIVE, original: "'confirm'", replacements: ['""'], because: LABEL },
  {
    file: OBJECTIVE,
    original: 'fitnessOf(b) < fitnessOf(a)',
    replacements: ['fitnessOf(b) <= fitnessOf(a)'],
    because: 'of two draws that are equally bad it is left open which one is reported',
  },
  {
    file: GUIDED,
    original: '() => 0',
    replacements: ['() => undefined'],
    because: 'where it is read, what is missing counts as 0',
  },
  {
    file: GUIDED,
    original: 'true',
    replacements: ['false'],
    because: 'the first value is overwritten by the first proposal, before any look reads it',
  },
  { file: GUIDED, original: 'k < credits.length', replacements: ['k <= credits.length'], because: ADD_UP },
  { file: GUIDED, original: 'credits.length - 1', replacements: ['credits.length + 1'], because: ADD_UP },
  {
    file: GUIDED,
    original: 'ticket < 0',
    replacements: ['ticket <= 0'],
    because: 'a ticket is on the border of two parts once in 2^53 draws, and then either may have it',
  },
  { file: GUIDED, original: 'strategies[turn]?.propose', replacements: ['strategies[turn].propose'], because: TURN },
  { file: GUIDED, original: 'strategies[turn]?.tell', replacements: ['strategies[turn].tell'], because: TURN },
  { file: GUIDED, original: 'strategies[turn]?.name', replacements: ['strategies[turn].name'], because: TURN },
  { file: GUIDED, original: "'generator'", replacements: ['""'], because: LABEL },
  {
    file: NEIGHBOUR,
    original: '[]',
    replacements: ['["Stryker was here"]'],
    because: 'the draw is below the number of lists, so that there is one: the type alone asks for this',
  },
  { file: NEIGHBOUR, original: 'leaf === undefined', replacements: ['false'], because: KNOWN },
  { file: NEIGHBOUR, original: 'coordinate === undefined', replacements: ['false'], because: KNOWN },
  {
    file: NEIGHBOUR,
    original: 'leaf === undefined || coordinate === undefined',
    replacements: ['leaf === undefined && coordinate === undefined'],
    because: KNOWN,
  },
  {
    file: PLANT,
    original: "typeof value === 'number'",
    replacements: ['true'],
    because: 'only numbers are among those that move: the type alone asks for this',
  },
  {
    file: PLANT,
    original: "'counterexample'",
    replacements: ['""'],
    because: 'a search asks only whether it looks for a witness',
  },
  {
    file: PLANT,
    original: "'planted'",
    replacements: ['""'],
    because: 'names a clause that nobody is told of, or a stream of its own, for which any name is as good',
  },
  {
    file: PLANT,
    original: 'far < 0',
    replacements: ['far <= 0'],
    because: 'a margin of exactly 0 violates nothing: how good it looks beside 1 is left open',
  },
  {
    file: 'src/search/sweep.ts',
    original: 'k < TRIED',
    replacements: ['k <= TRIED'],
    because: 'the place too many lies beyond the values, and is dropped',
  },
  {
    file: 'src/search/tidy.ts',
    original: 'seen !== undefined',
    replacements: ['true'],
    because: 'what was not seen has no decisive clause either, which the next condition asks for',
  },
];
