import fc from 'fast-check';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { ALPHA } from '../../cli/commands/verify.js';
import { corpusFiles, replayed } from '../../cli/corpus.js';
import { loadClaim } from '../../cli/load-claims.js';
import { printable } from '../../cli/print.js';
import { scaffold } from '../../cli/scaffold.js';
import type { Claim } from '../../src/theory/claim.js';
import { ROOT, run } from '../cli/run.js';
import { temporaryFolder } from '../cli/temporary-folder.js';
import { harmless } from './harmless.js';
import { mutatedJson, mutatedText } from './mutated.js';

const GUESS = 'recenter-relu/farthest-point-becomes-odd';
const SOUND = 'recenter-relu/two-groups-turn-orthogonal';
const folder = temporaryFolder();
let claims: readonly Claim[] = [];
let kept: Readonly<Record<string, unknown>> = {};
beforeAll(async () => {
  claims = [await loadClaim(GUESS), await loadClaim(SOUND)];
  const [name = ''] = readdirSync(join(ROOT, 'counterexamples', GUESS));
  kept = { ...(JSON.parse(readFileSync(join(ROOT, 'counterexamples', GUESS, name), 'utf8')) as object) };
});

const path = (): string => join(folder(), 'entry.json');
/** What a replay of a text comes to, or the line that refuses it. */
const replay = (text: string): unknown =>
  harmless(() => {
    writeFileSync(path(), text);
    const found = replayed(path(), claims, ALPHA);
    JSON.stringify(found); // as --json prints it
    return found.status;
  });

describe('A counterexample file is data', () => {
  test('and what is made of it is replayed, or refused in one line', () => {
    expect(replay(JSON.stringify(kept))).toBe('open');
    const texts = fc.oneof(
      { arbitrary: mutatedJson([kept]), weight: 3 },
      { arbitrary: mutatedText([JSON.stringify(kept)]), weight: 1 },
    );
    fc.assert(
      fc.property(texts, (text) => void replay(text)),
      { numRuns: 250 },
    );
  });

  test.each([
    '../../../../etc/passwd',
    '/etc/passwd',
    '__proto__',
    'constructor',
    'file:///tmp/x.js',
    'data:text/javascript,process.exit(9)',
    `${SOUND}/../farthest-point-becomes-odd`,
    `${GUESS}\u0000`,
    '${process.exit(9)}',
  ])('whose claim %j is no name of a file, nor of anything to run', (claim) => {
    expect(replay(JSON.stringify({ ...kept, claim }))).toBe('stale');
  });

  test.each([
    ['code', 'process.exit(9)'],
    ['what looks like a generator', { generator: 'fc.constant', run: 'process.exit(9)' }],
    ['what makes itself JSON, or a number', { toJSON: 'x', valueOf: 'x', then: 'x', length: 1e9 }],
    ['a prototype', JSON.parse('{"__proto__":{"places":[[1],[2]]},"constructor":{"prototype":{"polluted":1}}}')],
    ['a length that is no length', { places: { length: 4294967296 } }],
    [
      'numbers beyond all',
      {
        places: [
          [1e308, -1e308],
          [5e-324, 0],
        ],
      },
    ],
    ['nothing', null],
  ])('whose instance is %s', (_, instance: unknown) => {
    expect(replay(JSON.stringify({ ...kept, instance }))).toBe('out of domain');
  });

  test('nests no deeper than its reader', () => {
    expect(
      replay(
        JSON.stringify({ ...kept, instance: 0 }).replace(
          '"instance":0',
          `"instance":${'['.repeat(50_000)}${']'.repeat(50_000)}`,
        ),
      ),
    ).toBe(`${path()}: needs JSON; it nests deeper than 64 levels. Restore it, or delete it and hunt again.`);
  });

  test('is a file: no folder, and no device without an end', () => {
    for (const place of [folder(), '/dev/zero'])
      expect(harmless(() => replayed(place, claims, ALPHA))).toBe(
        `${place}: needs a counterexample file; it cannot be read (a directory or a device). \`bnd hunt CLAIM --save\` writes one.`,
      );
  });

  test('tells a terminal nothing but what to print', async () => {
    const evil = '\u001b]0;owned\u0007\u001b[2J\u009b2Jx\u202e';
    writeFileSync(
      join(folder(), 'evil.json'),
      JSON.stringify({ ...kept, claim: `gone/${evil}`, instance: evil, found: { by: evil, evaluations: 1 } }),
    );
    const { code, stdout, stderr } = await run(
      process.execPath,
      [join(ROOT, 'cli'), 'replay', 'evil.json'],
      undefined,
      folder(),
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain(String.raw`gone/\u001b]0;owned\u0007\u001b[2J\u009b2Jx`);
    // eslint-disable-next-line no-control-regex -- what must not be there
    expect(stdout.replaceAll(/\u001b\[\d*m/g, '')).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
    expect(printable('a\n\tb \u001b[31mred\u001b[39m')).toBe('a\n\tb \u001b[31mred\u001b[39m');
  });
});

describe('A folder of counterexamples', () => {
  test('is looked through without following links, which may lead out of it or round in it', () => {
    const corpus = join(folder(), 'corpus');
    mkdirSync(join(corpus, 'counterexamples', SOUND), { recursive: true });
    writeFileSync(join(corpus, 'counterexamples', SOUND, 'mine.json'), '{}');
    writeFileSync(join(folder(), 'theirs.json'), '{}');
    symlinkSync(join(folder(), 'theirs.json'), join(corpus, 'counterexamples', SOUND, 'linked.json'));
    for (const name of ['round', 'again']) symlinkSync('.', join(corpus, 'counterexamples', name));
    const before = process.cwd();
    try {
      process.chdir(corpus);
      expect(corpusFiles(claims)).toEqual([join('counterexamples', SOUND, 'mine.json')]);
    } finally {
      process.chdir(before);
    }
  });
});

describe('A name that a user gives to what is written', () => {
  test.each([
    '../../x',
    'a/../../x-y',
    '/a/b-c',
    'a\\b-c',
    'a/b-c\u0000',
    'a/b-c/d',
    '__proto__/b-c',
    'a/.b-c',
    'A/b-c',
    'a/b-c\n',
  ])('leaves no folder: %j', (id) => {
    expect(harmless(() => scaffold(id, 'exact'))).toMatch(/^claim: needs CHAPTER\/NAME in lower-case words/);
  });

  test('is written in the folder of its chapter', () => {
    expect(Object.keys(scaffold('a/b-c', 'exact'))).toEqual(['theorems/a/b-c.ts', 'properties/a/b-c.ts']);
    expect(existsSync(join(ROOT, 'theorems/a'))).toBe(false);
  });
});
