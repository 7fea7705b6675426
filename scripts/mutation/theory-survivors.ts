import type { Excuse } from './excuses.js';

const COVERAGE = 'src/theory/coverage.ts';
const DOMAIN = 'src/theory/domain.ts';
const EXISTENCE = 'src/theory/examine-existence.ts';
const LAW = 'src/theory/examine-law.ts';
const PROBABLE = 'src/theory/examine-probable.ts';

/** What only tells the compiler what the code around it has seen to. */
const FOR_THE_COMPILER: readonly Excuse[] = [
  {
    file: DOMAIN,
    original: "values.filter((value) => typeof value === 'number')",
    replacements: ['values'],
    because: 'the values were sorted by kind before: the filter tells the compiler that these are numbers',
  },
  {
    file: DOMAIN,
    original: "typeof value === 'number'",
    replacements: ['true'],
    because: 'the values were sorted by kind before: the filter tells the compiler that these are numbers',
  },
  {
    file: DOMAIN,
    original: 'values.filter((value) => Array.isArray(value))',
    replacements: ['values'],
    because: 'the values were sorted by kind before: the filter tells the compiler that these are lists',
  },
  {
    file: DOMAIN,
    original: "typeof value !== 'object' || value === null",
    replacements: ['false', "typeof value !== 'object' && value === null"],
    because: 'the values were sorted by kind before: the condition tells the compiler that these are records',
  },
  {
    file: DOMAIN,
    original: "typeof value !== 'object'",
    replacements: ['false'],
    because: 'the values were sorted by kind before: the condition tells the compiler that these are records',
  },
  {
    file: DOMAIN,
    original: 'value === null',
    replacements: ['false'],
    because: 'the values were sorted by kind before: the condition tells the compiler that these are records',
  },
  {
    file: LAW,
    original: 'found === undefined',
    replacements: ['false'],
    because: 'one instance was asked for and one came back: the condition tells the compiler so',
  },
];

/** Names of random streams: under another name draws are others, and as good. */
const LABELS: readonly Excuse[] = [
  {
    file: COVERAGE,
    original: 'seed + sampled',
    replacements: ['seed - sampled'],
    because: 'a seed for each batch, and no two alike: which they are is arbitrary',
  },
  {
    file: LAW,
    original: "'unvisited'",
    replacements: ['""'],
    because: 'the name of a random stream: under another the instances are others, and as good',
  },
  {
    file: LAW,
    original: "''",
    replacements: ['"Stryker was here!"'],
    because: 'the name of a random stream: under another the draws are others, and as good',
  },
  {
    file: LAW,
    original: "'other'",
    replacements: ['""'],
    because: 'the name of a random stream: any but that of the first sample is as good',
  },
  {
    file: PROBABLE,
    original: "'instances'",
    replacements: ['""'],
    because: 'the name of a random stream: under another the instances are others, and as good',
  },
  {
    file: PROBABLE,
    original: "'single instances'",
    replacements: ['""'],
    because: 'the name of a random stream: under another the instances are others, and as good',
  },
  {
    file: PROBABLE,
    original: "'search'",
    replacements: ['""'],
    because: 'the name of a random stream: under another the proposals are others, and as good',
  },
  {
    file: PROBABLE,
    original: "''",
    replacements: ['"Stryker was here!"'],
    because:
      'the name of a random stream, or stands for a name that is missing, which none is: there is one a test and one a control',
  },
];

/** Mutants that compute the same, or differ where it is left open what is right. */
const EQUIVALENT: readonly Excuse[] = [
  {
    file: 'src/theory/examine-deterministic.ts',
    original: 'share < 0.01',
    replacements: ['share <= 0.01'],
    because: 'a share of 0.01 is neither too loose nor too tight, and is not printed',
  },
  {
    file: EXISTENCE,
    original: '(): number => 0',
    replacements: ['() => undefined'],
    because: 'where nothing is random a find stands at once: no level is looked at',
  },
  {
    file: EXISTENCE,
    original: "'shrinking'",
    replacements: ['""'],
    because: 'what is neither `nothing` nor `all` shrinks and does not sweep; the compiler knows only the three',
  },
  ...['reading', 'found.reading'].map((reading) => ({
    file: LAW,
    original: `room(${reading}) >= 0`,
    replacements: [`room(${reading}) > 0`],
    because:
      'a statistic that equals its critical value to the last bit: both are rounded, so it is left open what it says',
  })),
  {
    file: LAW,
    original: '[]',
    replacements: ['["Stryker was here"]'],
    because: 'the other sample is read only of a law that has one',
  },
  {
    file: 'src/theory/law-test.ts',
    original: 'evidence.logarithm >= critical',
    replacements: ['evidence.logarithm > critical'],
    because:
      'evidence that equals its critical value to the last bit: both are rounded, so it is left open what it says',
  },
  {
    file: 'src/theory/reading.ts',
    original: 'a.share > b.share',
    replacements: ['a.share >= b.share'],
    because: 'equal shares were left to the margins before',
  },
  {
    file: 'src/theory/subject.ts',
    original: '[]',
    replacements: ['["Stryker was here"]'],
    because: 'the other sample is read only of a law that has one',
  },
  {
    file: 'src/theory/trial.ts',
    original: 'missed.length === 0',
    replacements: ['false'],
    because: 'spares a second run, of no instances',
  },
];

export const THEORY: readonly Excuse[] = [...FOR_THE_COMPILER, ...LABELS, ...EQUIVALENT];
