import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BadInput } from '../../cli/bad-input.js';
import { decimal } from '../../src/batches/decimal.js';
import { freeText, oneOf, type OptionParser, realNumber, spelled, wholeNumber } from '../../cli/options.js';
import { parseStart } from '../../cli/parse-start.js';
import { parseBatchFamily } from '../../src/batches/batch-family.js';
import { parseStages } from '../../src/network/parse-stage.js';
import { parseWeightLaw } from '../../src/network/parse-weight-law.js';

interface Subject {
  readonly name: string;
  readonly parse: OptionParser<unknown>;
  /** Texts that it reads: what fuzzing starts from. */
  readonly good: readonly string[];
}

const subjects: readonly Subject[] = [
  { name: 'wholeNumber', parse: wholeNumber('--points', 'points', 2, 4096), good: ['2', '4096', '+16', ' 16 ', '007'] },
  { name: 'realNumber', parse: realNumber('--gain', 'a factor'), good: ['1', '-0', '.5', '5.', '1e-308', '-2.5E3'] },
  { name: 'oneOf', parse: oneOf('--engine', ['chain', 'direct']), good: ['chain', 'Direct'] },
  { name: 'freeText', parse: freeText('--seed'), good: ['', '1', '-1', 'NaN'] },
  { name: 'parseStart', parse: parseStart, good: ['odd', 'symmetric', 'k=1', 'k=4096'] },
  {
    name: 'parseStages',
    parse: spelled('--stages', parseStages),
    good: ['relu', 'rc,rs,leaky(-0.5)', ' recenter , relu^2', 'relu^1e-3'],
  },
  {
    name: 'parseWeightLaw',
    parse: spelled('--weights', parseWeightLaw),
    good: ['gaussian', 'sparse(1)', 'student-t(2.5)'],
  },
  {
    name: 'parseBatchFamily',
    parse: spelled('--data', parseBatchFamily),
    good: ['sphere', 'clusters(3)', 'Near-Collinear( 1e-6 )', 'heavy-tailed(10000)'],
  },
];

/** Names of Object.prototype, digits of other scripts, numbers that are none, and what ends lines. */
const tricky = [
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'k=__proto__', 'leaky(constructor)'],
  ...[
    '',
    ' ',
    ',',
    ',,',
    '\u0000',
    '\n',
    '\u2028',
    '\ud800',
    '\u00b2',
    '１６',
    '٣',
    '0x10',
    '1_000',
    '1e999',
    '-1e999',
  ],
  ...[
    'NaN',
    'Infinity',
    '-Infinity',
    'leaky(NaN)',
    'leaky()',
    'relu^',
    'relu^-1',
    'relu^0',
    'sparse(0)',
    'student-t(1e999)',
  ],
  ...['clusters(0)', 'clusters(1.5)', 'clusters(1e9)', 'near-collinear(-1)', 'near-collinear(1.2.3)', 'k=1e3', 'k=-1'],
];

/** Any text, and texts that are nearly good: two of them spliced. */
const textsNear = (good: readonly string[]): fc.Arbitrary<string> => {
  const some = fc.constantFrom(...good, ...tricky);
  const spliced = fc
    .tuple(some, fc.nat(20), fc.string({ unit: 'binary', maxLength: 3 }), some, fc.nat(20))
    .map(([before, end, middle, after, start]) => before.slice(0, end) + middle + after.slice(start));
  return fc.oneof(fc.string({ unit: 'binary' }), some, spliced);
};

/** True when a NaN, an infinity or -0 is anywhere in plain data: names and values, not functions. */
function broken(value: unknown): boolean {
  if (typeof value === 'number') return !Number.isFinite(value) || Object.is(value, -0);
  if (typeof value === 'string') return /NaN|Infinity|\(-0\)/.test(value);
  return typeof value === 'object' && value !== null && Object.values(value).some(broken);
}

describe.each(subjects)('$name', ({ name, parse, good }) => {
  test('reads what it should', () => {
    for (const text of good) expect(() => parse(text)).not.toThrow();
  });

  test('reads any other text to something finite, or refuses it with a line that says where', () => {
    const attempt = (text: string): void => {
      try {
        const value = parse(text);
        if (name !== 'freeText')
          expect(broken(value), `${JSON.stringify(text)} gave ${JSON.stringify(value)}`).toBe(false);
      } catch (error) {
        if (!(error instanceof BadInput)) throw error;
        expect(error.message).toMatch(/^--[a-z]+: .*(?:needs|Needs) .*; came .*\. /s);
      }
    };
    fc.assert(fc.property(textsNear(good), attempt), { numRuns: 2000, seed: 1 });
  });

  // A pattern that backtracks takes minutes for this; reading it takes milliseconds.
  test('takes no time over a very long text', { timeout: 2000 }, () => {
    const digits = '1'.repeat(120_000);
    for (const text of [
      digits,
      `${digits}x`,
      `k=${digits}x`,
      `leaky(${digits}x)`,
      `relu^.${digits}x`,
      `clusters(${digits}x)`,
    ]) {
      try {
        parse(text);
      } catch (error) {
        expect(error).toBeInstanceOf(BadInput);
      }
    }
  });
});

describe('The fuzz', () => {
  test('sees a parser that gives NaN, and one that throws something else', () => {
    expect(broken({ name: 'leaky(NaN)' })).toBe(true);
    expect(broken({ slope: { deep: [-0] } })).toBe(true);
    expect(broken(parseStages('rc,leaky(0.1)'))).toBe(false);
    const defective = (): never => {
      throw new TypeError('planted');
    };
    expect(() => spelled('--x', defective)('')).toThrow(TypeError);
  });
});

test('decimal reads what it reads as Number does, and nothing that is not decimal', () => {
  fc.assert(fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (x) => decimal(String(x)) === x));
  for (const text of ['', ' 1', '0x10', '1e', '.', '1_0', 'Infinity', '1e999', '１']) expect(decimal(text)).toBeNaN();
});
