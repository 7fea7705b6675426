import { type Command, CommanderError } from 'commander';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { refuseInOneLine } from '../../cli/usage-errors.js';
import { type ExplorerState, LIMITS } from '../../web/state/explorer-state.js';
import { fromLink, toLink } from '../../web/state/link.js';
import { explore } from '../../web/run/explore.js';
import { runConfigOf } from '../../web/run/run-config.js';
import { realParser } from '../documents/real-parser.js';
import { bnd } from '../cli/run.js';
import { harmless } from './harmless.js';
import { mutatedText } from './mutated.js';

/** Values that some option takes, and others that none does. */
const VALUES = [
  ...[
    '16',
    '1e3',
    '-1',
    '0',
    '4097',
    '9007199254740993',
    '1e999',
    'NaN',
    '0x10',
    '１６',
    '',
    ' ',
    '--',
    '-',
    '\u0000',
    'a\nb',
  ],
  ...[
    'relu,rc',
    'leaky(0.1)',
    'leaky(1e999)',
    'sparse(0.05)',
    'student-t(0)',
    'clusters(1e9)',
    'iris',
    'infinite',
    'odd',
    'k=3',
    'k=99999999999',
  ],
  ...[
    'points=7..64 width=64,256',
    'points=2..4096 width=1..1000000000 depth=1..1000000',
    'points=7..64*1',
    'points=64..7',
    'points=2..4096:0',
    'stages=rc+relu,rc+relu',
  ],
  ...[
    'width=1..1000000000*2',
    'points=__proto__',
    '__proto__=1',
    'constructor=7',
    'odd-event',
    'phase',
    'map.svg',
    'map.csv',
    '../../x',
    '/etc/passwd',
    '%2e%2e/x',
  ],
  ...[
    'redis://127.0.0.1:6379',
    'redis://a:b@c/0',
    'http://x',
    '{"a":1}',
    '{"__proto__":{"polluted":1}}',
    '['.repeat(100_000),
    'worktree',
    '--upload-pack=x',
    '-x',
  ],
  ...['__proto__', 'constructor', 'toString', 'x'.repeat(100_000), '1'.repeat(100_000)],
];

let program: Command;
beforeAll(async () => {
  program = await realParser();
  for (const command of [program, ...program.commands]) refuseInOneLine(command);
  for (const command of program.commands)
    command.configureOutput({ writeOut: () => undefined, writeErr: () => undefined });
});

/** Command lines of the real program: its commands and options, with values of others, and words that it does not have. */
function lines(): fc.Arbitrary<readonly string[]> {
  const value = fc.oneof(
    { arbitrary: fc.constantFrom(...VALUES), weight: 4 },
    { arbitrary: mutatedText(VALUES.filter((text) => text.length < 100)), weight: 1 },
  );
  const commands = program.commands.map((command) => {
    const flags = command.options.flatMap(({ long }) => (long == null ? [] : [long]));
    const words = fc.oneof(
      value.map((text) => [text]),
      fc.tuple(fc.constantFrom('--help', ...flags), value).map((pair) => pair),
      fc.constantFrom('--help', ...flags).map((flag) => [flag]),
    );
    return fc.array(words, { maxLength: 3 }).map((parts) => [command.name(), ...parts.flat()]);
  });
  return fc.oneof(...commands, fc.array(value, { maxLength: 2 }));
}

/** Passes when a line is taken, is a question for help, or is refused in one line that names what is wrong. */
const parsed = (words: readonly string[]): void => {
  harmless(() => {
    try {
      program.parse(words, { from: 'user' });
    } catch (error) {
      if (!(error instanceof CommanderError)) throw error;
    }
  });
};

describe('Any command line is taken, or refused in one line:', () => {
  test('of every command, with values of every kind for every option', () => {
    fc.assert(fc.property(lines(), parsed), { numRuns: 500 });
  });

  test('the fuzz reaches every option that takes a value, and sees a parser that crashes', async () => {
    const reached = new Set<string>();
    const other = await realParser();
    for (const command of other.commands)
      for (const option of command.options.filter(({ required }) => required)) {
        option.argParser(() => {
          reached.add(`${command.name()} ${option.long ?? ''}`);
          throw new TypeError('planted');
        });
      }
    const check = fc.check(
      fc.property(lines(), (words) => {
        try {
          other.parse(words, { from: 'user' });
        } catch (error) {
          if (error instanceof TypeError) return;
        }
      }),
      // Only the first option of a line is reached: one of some 500 pairs of command and option, all of them but for e^-16.
      { numRuns: 8000 },
    );
    expect(check.failed).toBe(false);
    const all = other.commands.flatMap((command) =>
      command.options.filter(({ required }) => required).map(({ long }) => `${command.name()} ${long ?? ''}`),
    );
    expect(all.filter((each) => !reached.has(each))).toEqual([]);
    expect(() => harmless(() => other.parse(['simulate', '--points', '3'], { from: 'user' }))).toThrow('planted');
  });

  // In process nothing was run: names that are no options go through the whole program here.
  test.each([
    [['certify', 'constructor'], /^error: claim: needs one that there is a prover for; came "constructor"\./],
    [['certify', '__proto__'], /^error: claim: needs one that there is a prover for; came "__proto__"\./],
    [['show', '__proto__'], /^error: claim: needs the id of one of \d+ claims; came "__proto__"\./],
    [['constructor'], /^error: bnd: unknown command 'constructor'\./],
    [['new', '../../x-y'], /^error: claim: needs CHAPTER\/NAME/],
    [
      ['acknowledge', '../x', '--reason', 'because it is so'],
      /^error: bnd acknowledge: needs a name of words with hyphens; came "\.\.\/x"\./,
    ],
    [['check', '/dev/zero'], /^error: certificate: needs a file; came "\/dev\/zero", which cannot be read\./],
    [['plot', '/dev', '--out', 'x.svg'], /^error: table: needs a file that ends in /],
    [['gate', '--base', '-x'], /^error: --base: needs a branch, tag or commit/],
  ])('bnd %j', async (words, said) => {
    const { code, stdout, stderr } = await bnd(...words);
    expect({ code, stdout }, stderr).toEqual({ code: 64, stdout: '' });
    expect(stderr).toMatch(said);
    expect(stderr.trimEnd()).not.toContain('\n');
  });
});

const LINKS = [
  'points=3&width=infinite&depth=10&layer=3&table=1%2C2%0A3%2C4%0A5%2C6&data=a.csv',
  'points=2&width=4&depth=3&recenter=true&rescale=false&activate=true&activation=leaky(0.1)&weights=sparse(0.5)&data=clusters(2)&seed=x&lengths=directions',
  'points=3&width=2&depth=2&activation=__proto__&weights=constructor&__proto__=1&data=../../x.csv',
];

/** A page follows a link as `follow` of web/main.ts does, and its worker runs it: a RangeError is what it shows. */
function followed(link: string, read: (link: string) => ExplorerState = fromLink): void {
  try {
    const state = read(link);
    for (const [name, [least, most]] of Object.entries(LIMITS)) {
      const value: unknown = Reflect.get(state, name);
      expect(
        typeof value === 'number' && ((value >= least && value <= most) || (name === 'width' && value === Infinity)),
        name,
      ).toBe(true);
    }
    expect(fromLink(toLink(state))).toEqual(state);
    const { points, width, depth } = state;
    if (points > 8 || (width > 64 && width !== Infinity) || depth > 20) return; // right, and not worth its time
    for (const frame of explore(runConfigOf(state))) expect(frame.measures.points).toBe(points);
  } catch (error) {
    if (!(error instanceof RangeError) && !(error instanceof Error && error.name === 'NoClosedForm')) throw error;
    expect(error.message).toMatch(/needs .*[;,] .*/s);
  }
}

describe('Any link into the explorer is followed, or refused in one line', () => {
  test('whatever it says', () => {
    fc.assert(
      fc.property(mutatedText(LINKS), (link) => void harmless(() => followed(link))),
      { numRuns: 400 },
    );
  });

  test('so that no network of a link takes a page away from its user', () => {
    const run = (link: string): unknown => explore(runConfigOf(fromLink(link))).next();
    expect(() => run('width=16384&weights=orthogonal&depth=2000&points=2')).toThrow(
      new RangeError(
        'width: needs at most 1024 neurons for orthogonal weights, which are drawn one by one; came 16384. Take gaussian ones, or bnd simulate.',
      ),
    );
    expect(() => run('width=1024&weights=rademacher&depth=1&points=2')).not.toThrow();
  });

  test('the fuzz sees a reader of links without bounds', () => {
    const unbounded = (link: string): ExplorerState => ({
      ...fromLink(''),
      points: Number(new URLSearchParams(link).get('points') ?? 3),
    });
    expect(
      fc.check(
        fc.property(mutatedText(LINKS), (link) => followed(link, unbounded)),
        { numRuns: 400 },
      ).failed,
    ).toBe(true);
  });
});
