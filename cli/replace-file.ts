import {
  appendFileSync,
  closeSync,
  cpSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { BadInput } from './bad-input.js';

// The only file of cli/ that writes others; the linter sees to that. Whatever happens to the process, the disk or the power, a reader
// finds the old file or the new one.

/**
 * Writes a file in one step.
 * @param where what names the file in a message: an option, or what is written
 * @throws BadInput when it cannot be written; what was there is there
 */
export function replaceFile(path: string, text: string, where = path): void {
  const beside = besides(path);
  writing(path, where, beside, () => {
    writeWhole(beside, text);
    renameSync(beside, path);
  });
}

/** The same for what is written piece by piece, by a function that is given the path of a file beside. */
export async function replaceFileBy(
  path: string,
  write: (beside: string) => Promise<void>,
  where = path,
): Promise<void> {
  const beside = besides(path);
  try {
    await write(beside);
    writing(path, where, beside, () => renameSync(beside, path));
  } catch (error) {
    rmSync(beside, { force: true });
    throw refusal(path, where, error);
  }
}

/** Writes a file that must not be there. @throws BadInput when it is, or cannot be written */
export function newFile(path: string, text: string, where = path): void {
  const beside = besides(path);
  writing(path, where, beside, () => {
    writeWhole(beside, text);
    linkSync(beside, path); // unlike a rename, takes no other's place
    rmSync(beside);
  });
}

/** Writes a file that only this process reads, and deletes. @throws BadInput when it cannot be written */
export function scratchFile(path: string, text: string, where = path): void {
  writing(path, where, undefined, () => writeFileSync(path, text));
}

/**
 * Makes a folder that only this process uses, and deletes. Removes those that were made by the same name on this machine by
 * processes that are gone: a kill leaves them.
 * @throws BadInput when it cannot be made
 */
export function scratchFolder(parent: string, name: string, where = parent): string {
  const own = `${name}-${hostname()}-`;
  return writing(parent, where, undefined, () => {
    for (const left of readdirSync(parent)) {
      if (!left.startsWith(own) || lives(parseInt(left.slice(own.length)))) continue;
      try {
        rmSync(join(parent, left), { recursive: true, force: true });
      } catch {
        // another user's
      }
    }
    return mkdtempSync(join(parent, `${own}${process.pid}-`));
  });
}

/** Makes a folder, if there is none. Returns the first one that was made. @throws BadInput when it cannot be made */
export function makeFolder(path: string, where = path): string | undefined {
  return writing(path, where, undefined, () => mkdirSync(path, { recursive: true }));
}

/** Copies a folder, file by file: for what can be copied again. @throws BadInput when it cannot be written */
export function copyFolder(from: string, path: string, where = path): void {
  writing(path, where, undefined, () => cpSync(from, path, { recursive: true }));
}

/** Adds to the end of a file of which others write parts. @throws BadInput when it cannot be written */
export function appendToFile(path: string, text: string, where = path): void {
  writing(path, where, undefined, () => appendFileSync(path, text));
}

/** Whether there is such a process; one that may not be asked is one. */
function lives(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}

function besides(path: string): string {
  return `${path}.${process.pid}.tmp`;
}

/** On the disk when it returns: a name must not get there before what it names. */
function writeWhole(path: string, text: string): void {
  const file = openSync(path, 'w');
  try {
    writeFileSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function writing<T>(path: string, where: string, beside: string | undefined, write: () => T): T {
  try {
    return write();
  } catch (error) {
    if (beside !== undefined) rmSync(beside, { force: true });
    throw refusal(path, where, error);
  }
}

function refusal(path: string, where: string, error: unknown): unknown {
  if (error instanceof BadInput || !(error instanceof Error) || !('code' in error)) return error;
  const came = where === path ? '' : ` ${path}`;
  return new BadInput(
    `${where}: needs a place that can be written; came${came} (${String(error.code)}). Nothing was changed there: make room, or choose another.`,
    { cause: error },
  );
}
