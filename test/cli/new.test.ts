import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatted } from '../../bench/formatted.js';
import { scaffold, writeNew } from '../../cli/scaffold.js';
import { refusal } from './refusal.js';
import { bnd, ROOT } from './run.js';
import { temporaryFolder } from './temporary-folder.js';

const kinds = ['exact', 'limit', 'probable', 'law', 'exists'] as const;
const plain = temporaryFolder();
const idOf = (kind: string): string => `some-chapter/toy-of-the-kind-${kind}`;

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
