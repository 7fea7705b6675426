import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { BadInput } from './bad-input.js';
import { boundedText } from './bounded-file.js';
import { filesIn } from './files-in.js';

/**
 * The text of a file; undefined when there is none.
 * @param path from the root, as messages name it
 * @param most bytes; what JSON may have unless given
 * @throws BadInput when it is there and cannot be read, or has more bytes
 */
export function textIfThere(root: string, path: string, most?: number): string | undefined {
  return ifThere(
    () => boundedText(join(root, path), most),
    (code) => `${path}: needs a file that can be read; came ${code}. Restore it, or remove it.`,
  );
}

/**
 * The names in a folder, or of the files in it and in the folders below it; none when there is no folder.
 * @throws BadInput when something is there that cannot be listed
 */
export function namesIfThere(root: string, path: string, recursive = false): readonly string[] {
  const names = ifThere(
    () => (recursive ? filesIn(join(root, path)) : readdirSync(join(root, path))),
    (code) =>
      code === 'ENOTDIR'
        ? `${path}: needs a folder; came a file. Move it away.`
        : `${path}: needs a folder that can be read; came ${code}. Restore it, or remove it.`,
  );
  return names ?? [];
}

function ifThere<T>(read: () => T, refusal: (code: string) => string): T | undefined {
  try {
    return read();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
    if (code === 'ENOENT') return undefined;
    throw code === undefined ? error : new BadInput(refusal(code), { cause: error });
  }
}
