import { accessSync, constants } from 'node:fs';
import { BadInput } from '../bad-input.js';
import { makeFolder } from '../replace-file.js';

/** The folder, made when there is none: asked for before a run of minutes and not after it. @throws BadInput when it cannot be written to */
export function requireFolder(folder: string): string {
  makeFolder(folder, '--report');
  try {
    accessSync(folder, constants.W_OK);
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    throw new BadInput(
      `--report: needs a folder to write to; came ${folder}, which gives ${String(error.code)}. Name another.`,
      { cause: error },
    );
  }
  return folder;
}
