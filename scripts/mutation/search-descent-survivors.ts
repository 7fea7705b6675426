import type { Excuse } from './excuses.js';
import { LABEL } from './reasons.js';

const STANDING = 'asked only while a descent stands somewhere, which the type cannot say';
const TIE = 'a quotient that is rounded: whether the bound itself belongs to it is left open';

/** Of climbs, models and annealing, and of where they move: most are what the types ask for, or are written before they are read. */
export const SEARCH_DESCENTS: readonly Excuse[] = [
  {
    file: 'src/search/climb.ts',
    original: '[]',
    replacements: ['["Stryker was here"]'],
    because:
      'overwritten when a descent begins; one part is too few for a move of several; a move of one number has a first',
  },
  {
    file: 'src/search/climb.ts',
    original: 'false',
    replacements: ['true'],
    because:
      'overwritten when a descent begins; whether it began beside the best is asked where one has ended, after that is set',
  },
  {
    file: 'src/search/climb.ts',
    original: 'tried?.otherwise',
    replacements: ['tried.otherwise'],
    because: 'only what was tried can have missed, which the type cannot say',
  },
  {
    file: 'src/search/climb.ts',
    original: 'tried?.onFailure',
    replacements: ['tried.onFailure'],
    because: 'only what was tried can have missed, which the type cannot say',
  },
  { file: 'src/search/climb.ts', original: 'here?.instance', replacements: ['here.instance'], because: STANDING },
  {
    file: 'src/search/climb.ts',
    original: "typeof value === 'number'",
    replacements: ['true'],
    because: 'an axis is of a number, and no move makes it anything else',
  },
  {
    file: 'src/search/climb.ts',
    original: "typeof b !== 'number'",
    replacements: ['false'],
    because: 'an axis is of a number, and no move makes it anything else',
  },
  {
    file: 'src/search/climb.ts',
    original: 'helpful.length > 1',
    replacements: ['helpful.length >= 1'],
    because: 'what is kept as helpful moves two numbers at least, or nothing',
  },
  {
    file: 'src/search/climb.ts',
    original: 'here === undefined',
    replacements: ['false'],
    because: 'a descent that has ended has nothing tried either, which the other half refuses',
  },
  {
    file: 'src/search/model.ts',
    original: 'false',
    replacements: ['true'],
    because: 'overwritten when a start is taken, before it is read',
  },
  {
    file: 'src/search/model.ts',
    original: '[]',
    replacements: ['["Stryker was here"]'],
    because: 'an end of no shape is near nothing, and no distance is measured to it',
  },
  {
    file: 'src/search/model.ts',
    original: 'centre === undefined',
    replacements: ['false'],
    because: 'nothing is asked without a centre, which the other half refuses',
  },
  {
    file: 'src/search/model.ts',
    original: 'promised > 0',
    replacements: ['promised >= 0'],
    because: 'a promise of exactly 0 is an accident of rounding: of a model without a slope nothing is asked',
  },
  {
    file: 'src/search/model.ts',
    original: 'brought >= POOR',
    replacements: ['brought > POOR'],
    because: TIE,
  },
  {
    file: 'src/search/model.ts',
    original: 'brought >= GOOD',
    replacements: ['brought > GOOD'],
    because: TIE,
  },
  {
    file: 'src/search/model.ts',
    original: 'lengthOf(was.step) > 0.8',
    replacements: ['lengthOf(was.step) >= 0.8'],
    because: 'a root that is rounded: whether 0.8 itself is long is left open',
  },
  {
    file: 'src/search/anneal.ts',
    original: 'highest > lowest',
    replacements: ['true', 'highest >= lowest'],
    because: 'where all finite looks are alike only an infinite one is worse, which no temperature lets in',
  },
  { file: 'src/search/calibration.ts', original: "'calibration'", replacements: ['""'], because: LABEL },
  { file: 'src/search/hunt.ts', original: "'shrink'", replacements: ['""'], because: LABEL },
  {
    file: 'src/search/landscape.ts',
    original: '[]',
    replacements: ['["Stryker was here"]'],
    because: 'the instance that had the number has a path to it',
  },
  {
    file: 'src/search/landscape.ts',
    original: 'leavesOf(instance).find((leaf) => leaf.value === value && patternOf(leaf.path) === pattern)?.path',
    replacements: ['leavesOf(instance).find(leaf => leaf.value === value && patternOf(leaf.path) === pattern).path'],
    because: 'the instance that had the number has a path to it',
  },
  {
    file: 'src/search/landscape.ts',
    original: "typeof value === 'number'",
    replacements: ['true'],
    because: 'Number.isFinite says no to everything that is no number',
  },
  {
    file: 'src/search/landscape.ts',
    original: 'between > near',
    replacements: ['true', 'between >= near'],
    because:
      'a middle rounds up: it is never a number that was seen but where there is no next one, which the other half refuses',
  },
];
