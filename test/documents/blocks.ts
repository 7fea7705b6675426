import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../cli/run.js';

/** A fenced block of a document. */
export interface Block {
  readonly file: string;
  /** Of its first line. */
  readonly line: number;
  /** '' when none is named. */
  readonly language: string;
  readonly text: string;
  /** The paragraph above it. */
  readonly above: string;
}

/** Every document of the project, by its path. */
export const DOCUMENTS: readonly string[] = [
  ...readdirSync(ROOT).filter((name) => name.endsWith('.md')),
  ...['docs', 'examples'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md'))
      .map((name) => `${folder}/${name.replaceAll('\\', '/')}`),
  ),
].sort();

/** The text of a document. */
export function documentText(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8');
}

/** The blocks of a document, in order. */
export function blocksOf(file: string, text = documentText(file)): readonly Block[] {
  return [...text.matchAll(/^( *)```([^\n]*)\n(.*?)^\1```$/gms)].map(
    ({ index, 1: indent = '', 2: tag, 3: inside = '' }) => ({
      file,
      line: text.slice(0, index).split('\n').length,
      language: tag ?? '',
      text: inside.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
      above:
        text
          .slice(0, index)
          .trimEnd()
          .split(/\n\s*\n/)
          .at(-1) ?? '',
    }),
  );
}

/** The reason that stands above a block which no test runs, for its readers to see; undefined for a block without one. */
export function reasonNotRun({ above }: Block): string | undefined {
  return /^_Not run by the tests: (.+)_$/s.exec(above.trim())?.[1];
}

/** A block of TypeScript that is a whole program for users of the package. Others are excerpts of a file. */
export function isProgram({ language, text }: Block): boolean {
  return language === 'ts' && /^(?:import .*|\} )from 'batch-norm-decomposed/m.test(text);
}
