import { accessSync, constants } from 'node:fs';
import { BadInput } from '../bad-input.js';
import { makeFolder } from '../replace-file.js';

/** The folder, made when there is none: asked for before a run of minutes and not after it. @throws BadInput when it cannot be written to */
export function requireFolder(folder: string): string {
  try {
    makeFolder(folder);
    accessSync(folder, constants.W_OK);
  } catch (error) {
    const cause = error instanceof BadInput ? error.cause : error;
    if (!(cause instanceof Error) || !('code' in cause)) throw error;
    throw new BadInput(
      `--report: needs a folder to write to; came ${folder}, which gives ${String(cause.code)}. Name another.`,
      { cause: error },
    );
  }
  return folder;
}
