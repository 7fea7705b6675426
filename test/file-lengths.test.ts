import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from './cli/run.js';

/** Folders and endings of what people write here, the linter's max-lines among them: it does not read kernel, pages or Python. */
const FOLDERS = [
  'api',
  'bench',
  'cli',
  'examples',
  'kernel',
  'properties',
  'scripts',
  'src',
  'test',
  'theorems',
  'web',
];
const ENDINGS = ['.ts', '.js', '.py', '.css', '.html'];
const MOST = 250;

/** Files longer than they may be, of these with their texts. */
function tooLong(files: readonly (readonly [string, string])[]): readonly string[] {
  return files.flatMap(([path, text]) => {
    const lines = text.trimEnd().split('\n').length;
    return lines > MOST ? [`${path}: ${lines} lines`] : [];
  });
}

describe('source files', () => {
  it(`have at most ${MOST} lines`, () => {
    const files = FOLDERS.flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => ENDINGS.includes(extname(name)) && !name.endsWith('.generated.ts'))
        .map((name) => [`${folder}/${name}`, readFileSync(join(ROOT, folder, name), 'utf8')] as const),
    );
    expect(files.length).toBeGreaterThan(900);
    expect(tooLong(files)).toEqual([]);
    expect(tooLong([['x.ts', 'a\n'.repeat(251)], ['y.ts', 'a\n'.repeat(250)]])).toEqual(['x.ts: 251 lines']); // prettier-ignore
  });
});
