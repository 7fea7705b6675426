import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

/**
 * The files below a folder, as paths from it with slashes, sorted. Links are left out, and not followed: they may lead out of the
 * folder, or round in it for ever.
 */
export function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).replaceAll('\\', '/'))
    .sort();
}
