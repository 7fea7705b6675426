import { existsSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Theorem } from '../src/theory/theorem.js';
import { BadInput } from './bad-input.js';
import { quoted } from './options.js';
import { makeFolder, newFile } from './replace-file.js';
import { toys } from './toys/toys.js';

/** The two files of a claim, by their path in the project. */
export type ScaffoldedFiles = Readonly<Record<string, string>>;

const WORDS = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

/** @throws BadInput when the text is no id: a chapter, and a name that says something */
function partsOf(id: string): readonly [chapter: string, name: string] {
  const [chapter = '', name = '', ...more] = id.split('/');
  if (more.length === 0 && WORDS.test(chapter) && WORDS.test(name) && name.includes('-')) return [chapter, name];
  throw new BadInput(
    `claim: needs CHAPTER/NAME in lower-case words joined by hyphens, the name of two words or more; came ${quoted(id)}. Write what is claimed, such as recenter-relu/odd-point-stays.`,
  );
}

/** `odd-point-stays` as `oddPointStays`; a word is added where the text of the claim has that name already. */
function identifier(name: string, text: string): string {
  const found = name.replaceAll(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
  return new RegExp(`\\b${found}\\b`).test(text) ? `${found}Claim` : found;
}

/** An import as the project's formatter leaves it: on one line where that has room. */
function imported(names: readonly string[], from: string): string {
  const line = `import { ${names.join(', ')} } from '${from}';`;
  return line.length <= 120 ? line : `import {\n${names.map((name) => `  ${name},\n`).join('')}} from '${from}';`;
}

/** The text of a toy claim with this id, of this kind: true, with a control that is refuted, and comments on what to replace. */
export function scaffold(id: string, kind: Theorem['kind']): ScaffoldedFiles {
  const [, name] = partsOf(id);
  const toy = toys[kind];
  const called = identifier(name, toy.theorem + toy.evidence);
  const line = imported([...toy.imports, called], `../../theorems/${id}.js`);
  const filled = (text: string): string =>
    text.replaceAll('@import', line).replaceAll('@id', id).replaceAll('@name', called);
  return { [`theorems/${id}.ts`]: filled(toy.theorem), [`properties/${id}.ts`]: filled(toy.evidence) };
}

/**
 * Writes files that do not exist yet, all of them or none.
 *
 * @throws BadInput when one exists or cannot be written
 */
export function writeNew(root: string, files: ScaffoldedFiles): void {
  const present = Object.keys(files).find((file) => existsSync(join(root, file)));
  if (present !== undefined)
    throw new BadInput(`${present}: exists. Choose another name, or change the claim that is there.`);
  const made: string[] = [];
  try {
    for (const [file, text] of Object.entries(files)) {
      const path = join(root, file);
      const folder = makeFolder(dirname(path));
      if (folder !== undefined) made.push(folder);
      newFile(path, text);
      made.push(path);
    }
  } catch (error) {
    for (const path of made) rmSync(path, { recursive: true, force: true });
    const cause = error instanceof Error ? error.cause : error;
    const why = cause instanceof Error && 'code' in cause ? String(cause.code) : String(error);
    throw new BadInput(
      `${root}: needs a folder where theorems/ and properties/ can be written; failed (${why}). Nothing was written.`,
      { cause: error },
    );
  }
}
