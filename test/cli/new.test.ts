import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { formatted } from '../../bench/formatted.js';
import { scaffold, writeNew } from '../../cli/scaffold.js';
import { verifyReport } from '../../cli/schemas/verify.js';
import { copyProject, nodeIn } from './project-copy.js';
import { refusal } from './refusal.js';
import { bnd, ROOT } from './run.js';
import { temporaryFolder } from './temporary-folder.js';

const kinds = ['exact', 'limit', 'probable', 'law'] as const;
const copy = temporaryFolder();
const plain = temporaryFolder();
const idOf = (kind: string): string => `some-chapter/toy-of-the-kind-${kind}`;
const filesOf = (kind: string): string[] => ['theorems', 'properties'].map((folder) => `${folder}/${idOf(kind)}.ts`);

/** The verdicts that `bnd verify` reaches in the copy. It compiles first what is new. */
async function verdicts(ids: readonly string[]): Promise<readonly string[]> {
  const { stdout, stderr, code } = await nodeIn(copy(), ['cli', 'verify', ...ids, '--json']);
  expect(code, stderr).toBe(0);
  const { claims } = verifyReport.parse(JSON.parse(stdout));
  return claims.map(({ claim, verdict, breaks }) => `${claim} ${verdict}, ${breaks.length} controls`);
}

describe('bnd new, in a copy of the project', () => {
  beforeAll(async () => {
    copyProject(copy());
    for (const kind of kinds) {
      // Straight from what is compiled: through `cli` every claim would be compiled before the next is written.
      const done = await nodeIn(copy(), ['dist/cli/main.js', 'new', idOf(kind), '--kind', kind]);
      const written = filesOf(kind).map((file) => `wrote ${file}\n`);
      expect(done).toMatchObject({
        code: 0,
        stderr: '',
        stdout: `${written.join('')}It holds as it is: npx bnd verify ${idOf(kind)}\n`,
      });
    }
  });

  it('writes claims of every kind that hold, their controls refuted', async () => {
    expect(await verdicts(kinds.map(idOf))).toEqual([
      `${idOf('exact')} held, 1 controls`,
      `${idOf('law')} held, 2 controls`,
      `${idOf('limit')} held, 2 controls`,
      `${idOf('probable')} held, 1 controls`,
    ]);
  });

  it('writes what the linter passes', async () => {
    const lint = await nodeIn(copy(), ['node_modules/eslint/bin/eslint.js', ...kinds.flatMap(filesOf)]);
    expect({ code: lint.code, stdout: lint.stdout }).toEqual({ code: 0, stdout: '' });
  });

  it('writes claims that a false conclusion refutes, and that a control without effect makes untrusted', async () => {
    const [theorem = '', evidence = ''] = filesOf('exact').map((file) => join(copy(), file));
    const planted = readFileSync(theorem, 'utf8').replace('Math.min(...after)', 'Math.min(...after) - 1');
    writeFileSync(theorem, planted);
    const harmless = join(copy(), filesOf('limit')[1] ?? '');
    writeFileSync(harmless, readFileSync(harmless, 'utf8').replace('{ recenter: keep }', '{ rescale: keep }'));
    expect(existsSync(evidence)).toBe(true);
    expect(await verdicts([idOf('exact'), idOf('limit')])).toEqual([
      `${idOf('exact')} refuted, 0 controls`,
      `${idOf('limit')} untrusted, 2 controls`,
    ]);
  });
});

describe('bnd new refuses', () => {
  it.each([
    'odd-point',
    'a/b/two-words',
    'chapter/one',
    'Chapter/two-words',
    'chapter/Two-words',
    '../two-words',
    'chapter/two--words',
    'chapter/two-words.ts',
    '/two-words',
    '',
  ])('the name %j', (id) => {
    expect(refusal(() => scaffold(id, 'exact'))).toMatch(/^claim: needs CHAPTER\/NAME .* came ".*"\. Write /);
  });

  it('an id that exists, a bad name and a bad kind, each with one line', async () => {
    const lines = [
      ['recenter-relu/symmetric-state-is-fixed'],
      ['recenter-relu'],
      ['some-chapter/some-claim', '--kind', 'proof'],
    ];
    for (const args of lines) {
      const { code, stdout, stderr } = await bnd('new', ...args);
      expect({ code, stdout }).toEqual({ code: 64, stdout: '' });
      expect(stderr).toMatch(/^error: [^\n]+\n$/);
    }
  });

  it('to write one file of two', () => {
    const files = scaffold('some-chapter/some-claim', 'law');
    writeFileSync(join(plain(), 'properties'), 'a file where a folder must be');
    expect(refusal(() => writeNew(plain(), files))).toContain('Nothing was written.');
    expect(readdirSync(plain())).toEqual(['properties']);
  });

  it('to touch a file that exists, whichever of the two', () => {
    for (const [i, file] of Object.keys(scaffold('some-chapter/some-claim', 'law')).entries()) {
      const root = join(plain(), String(i));
      mkdirSync(join(root, file, '..'), { recursive: true });
      writeFileSync(join(root, file), 'mine');
      expect(refusal(() => writeNew(root, scaffold('some-chapter/some-claim', 'law')))).toContain(`${file}: exists.`);
      expect(readFileSync(join(root, file), 'utf8')).toBe('mine');
      expect(readdirSync(root)).toHaveLength(1);
    }
  });
});

describe('a scaffolded claim', () => {
  it('is not called what its file calls something else', () => {
    const { 'theorems/some-chapter/relu-alone.ts': text } = scaffold('some-chapter/relu-alone', 'exact');
    expect(text).toContain('export const reluAloneClaim = theorem<');
  });

  it.each(kinds)('of kind %s is as the formatter leaves it, however long its id is', async (kind) => {
    const ids = ['a/b-c', idOf(kind), 'some-chapter/what-is-claimed-here-in-quite-a-lot-of-words-indeed'];
    for (const [file, text] of ids.flatMap((id) => Object.entries(scaffold(id, kind))))
      expect(await formatted(ROOT, file, text)).toBe(text);
  });

  it.each(kinds)('of kind %s says what to replace, and has its place-holders filled', (kind) => {
    for (const text of Object.values(scaffold(idOf(kind), kind))) {
      expect(text.match(/REPLACE/g)?.length).toBeGreaterThanOrEqual(3);
      expect(text).not.toContain('@');
    }
  });
});
