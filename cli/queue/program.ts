import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { PROJECT_ROOT } from '../project-root.js';

/** What results follow from, compiled. */
const FOLDERS = ['api', 'cli', 'properties', 'src', 'theorems'] as const;

const packages = z.record(z.string(), z.string());
/** What the theory and the commands import is optional, for those who need the core alone. */
const manifest = z.looseObject({ version: z.string(), dependencies: packages, optionalDependencies: packages });

/**
 * Names this program: two of one name are the same code on the same packages, so that they make the same of every job.
 * A statement, a budget or a stage that differs gives another name. Reads a few megabytes.
 */
export function programName(root: string = PROJECT_ROOT): string {
  const { version, dependencies, optionalDependencies } = manifest.parse(
    JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')),
  );
  const hash = createHash('sha256').update(JSON.stringify([dependencies, optionalDependencies]));
  for (const folder of FOLDERS) {
    const names = readdirSync(join(root, 'dist', folder), { recursive: true, encoding: 'utf8' });
    for (const name of names.filter((each) => each.endsWith('.js')).sort())
      hash.update(`\0${folder}/${name.replaceAll('\\', '/')}\0`).update(readFileSync(join(root, 'dist', folder, name)));
  }
  return `${version}-${hash.digest('hex').slice(0, 12)}`;
}
