import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ESLint, Linter } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { ROOT } from './cli/run.js';

const OWN = ['max-lines', 'no-restricted-imports', 'no-restricted-properties', 'no-restricted-syntax'];
const rulesOf = z.looseObject({ rules: z.record(z.string(), z.array(z.unknown())) });

const eslint = new ESLint({ cwd: ROOT });
const linter = new Linter();

/** What the restrictions of this project, as its settings have them for a place, say of a text there. */
async function said(place: string, text: string): Promise<readonly string[]> {
  const { rules } = rulesOf.parse(await eslint.calculateConfigForFile(place));
  const own: Linter.RulesRecord = {};
  for (const name of OWN) {
    const [level, ...options] = rules[name] ?? [0];
    own[name] = [level === 2 ? 2 : 0, ...options];
  }
  const found = linter.verify(
    text,
    { files: ['**/*.ts'], languageOptions: { parser: tseslint.parser }, rules: own },
    place,
  );
  return found.map(({ ruleId, message }) => `${ruleId ?? 'no rule'}: ${message}`);
}

const tolerance =
  'no-restricted-syntax: State the tolerance and where it comes from: expect(Math.abs(a - b)).toBeLessThanOrEqual(bound).';
const unportable = (name: string): string =>
  `no-restricted-properties: 'Math.${name}' is restricted from being used. Not bit-identical on every engine: use src/portable.`;
const clock = 'no-restricted-syntax: src is pure: no clock.';

describe('The linter refuses, besides what it does everywhere,', () => {
  test.each([
    ['test/x.test.ts', 'expect(a).toBeCloseTo(1);', tolerance],
    ['src/x.ts', 'expect(a).toBeCloseTo(1);', tolerance],
    ['properties/a/x.ts', 'expect(a).toBeCloseTo(1);', tolerance],
    ['src/a/x.ts', 'Math.random();', unportable('random')],
    ['src/a/x.ts', 'const { exp } = Math;', unportable('exp')],
    ['theorems/a/x.ts', 'Math.pow(a, 2);', unportable('pow')],
    [
      'src/a/x.ts',
      'a ** 2;',
      'no-restricted-syntax: ** is not bit-identical on every engine: multiply, or use src/portable.',
    ],
    ['theorems/x.ts', 'a **= 2;', 'no-restricted-syntax: ** is not bit-identical on every engine.'],
    ['src/a/x.ts', 'Date.now();', clock],
    ['src/a/x.ts', 'new Date();', clock],
    ['src/a/x.ts', 'performance.now();', clock],
    ['src/a/x.ts', 'process.env;', 'no-restricted-syntax: src is pure: no environment.'],
    [
      'properties/a/x.ts',
      'whole(1, 9).filter((n) => n > 2);',
      'no-restricted-syntax: What a generator throws away is counted: use suchThat of src/theory/filtering.ts.',
    ],
    ['cli/x.ts', 'a;\n'.repeat(251), 'max-lines: File has too many lines (251). Maximum allowed is 250.'],
  ])('in %s: %j', async (place, text, message) => {
    expect(await said(place, text)).toEqual([message]);
  });

  test.each([
    ["import { writeFileSync } from 'node:fs';", 'writeFileSync'],
    ["import { writeFile } from 'node:fs/promises';", 'writeFile'],
    ["import { appendFileSync as add } from 'fs';", 'appendFileSync'],
    ["import { createWriteStream } from 'node:fs';", 'createWriteStream'],
    ["import { mkdtempSync } from 'node:fs';", 'mkdtempSync'],
    ["import { renameSync } from 'node:fs';", 'renameSync'],
    ["import { promises } from 'node:fs';", 'promises'],
    ["import fs from 'node:fs';", 'default'],
    ["import * as fs from 'node:fs';", '*'],
  ])('in cli/: %s', async (text, name) => {
    const [message = '', ...more] = await said('cli/gate/x.ts', text);
    expect(message).toMatch(/^no-restricted-imports: /);
    expect(message).toContain(name);
    expect(message).toContain('One place writes files: cli/replace-file.ts.');
    expect(more).toEqual([]);
  });

  test.each([
    ['test/x.test.ts', 'Math.random(); Date.now(); process.env; a ** 2; b.filter(Boolean);'],
    ['src/a/x.ts', 'Math.sqrt(2); Math.abs(-1); b.filter(Boolean);'],
    ['cli/x.ts', "import { readFileSync, rmSync } from 'node:fs';"],
    ['cli/replace-file.ts', "import { writeFileSync } from 'node:fs';"],
    ['scripts/x.ts', "import { writeFileSync } from 'node:fs';"],
    ['cli/x.ts', 'a;\n'.repeat(250)],
  ])('and nothing where it is allowed: %s', async (place, text) => {
    expect(await said(place, text)).toEqual([]);
  });
});

/** Lines that leave something out, of a rule or of the tests, without a reason on them or on the line before. */
function unreasoned(text: string): readonly string[] {
  const lines = text.split('\n');
  return lines.filter((line, i) => {
    if (/eslint-disable(?!.* -- )/.test(line)) return true;
    return /\.(?:skip|skipIf|runIf|todo|fails)\(/.test(line) && !/^\s*(?:\/\/|\*\/|\/\*\*)/.test(lines[i - 1] ?? '');
  });
}

describe('What is left out', () => {
  const files = ['api', 'bench', 'cli', 'examples', 'properties', 'scripts', 'src', 'test', 'theorems', 'web'].flatMap(
    (folder) =>
      readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.[jt]s$/.test(name) && !name.endsWith('lint-rules.test.ts'))
        .map((name) => join(folder, name)),
  );

  test('has its reason beside it: rules that are disabled, tests that are skipped', () => {
    expect(files.length).toBeGreaterThan(500);
    expect(
      files.flatMap((file) => unreasoned(readFileSync(join(ROOT, file), 'utf8')).map((line) => `${file}: ${line}`)),
    ).toEqual([]);
  });

  test.each([
    ['// eslint-disable-next-line no-eval', 1],
    ['// eslint-disable-next-line no-eval -- why', 0],
    ["test.skipIf(here)('x', f);", 1],
    ["// Why.\ntest.skipIf(here)('x', f);", 0],
    ["code();\ntest.skip('x', f);", 1],
  ])('would be seen without: %j', (text, count) => {
    expect(unreasoned(text)).toHaveLength(count);
  });
});
