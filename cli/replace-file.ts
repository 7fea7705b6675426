import { renameSync, rmSync, writeFileSync } from 'node:fs';

/** Writes a file in one step: a reader, or an interrupt, finds the old text or the new one, never half of it. */
export function replaceFile(path: string, text: string): void {
  const beside = `${path}.${process.pid}.tmp`;
  try {
    writeFileSync(beside, text);
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}
