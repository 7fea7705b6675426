import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { BadInput } from '../bad-input.js';
import { LOCK } from '../lock/lock-files.js';
import { type KillMatrix, killMatrix } from './kill-matrix.js';
import type { RunDocument } from './run-document.js';

/** Where the kill matrix is kept, relative to the root of the project. */
export const MATRIX = 'docs/mutants.json';

/** A short digest of the locked theory; undefined where there is no lock, as in an installed package. */
export function theoryDigest(root: string): string | undefined {
  const path = join(root, LOCK);
  if (!existsSync(path)) return undefined;
  return createHash('sha256').update(readFileSync(path)).digest('hex').slice(0, 12);
}

/** The matrix that `npm run mutants` measured last; undefined where there is none. @throws BadInput when the file is another */
export function recordedMatrix(root: string): KillMatrix | undefined {
  const path = join(root, MATRIX);
  if (!existsSync(path)) return undefined;
  try {
    return killMatrix.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    const [issue] = error instanceof z.ZodError ? error.issues : [];
    const came = issue === undefined ? 'no JSON' : `${issue.path.join('.') || 'the whole'}: ${issue.message}`;
    throw new BadInput(
      `${MATRIX}: needs a kill matrix as \`npm run mutants\` writes it; came ${came}. Take it from the repository, or delete it and run that.`,
      { cause: error },
    );
  }
}

/** The matrix as a page shows it, with the theory that there is now. */
export function recordedMutants(root: string): Pick<RunDocument, 'mutants'> {
  const matrix = recordedMatrix(root);
  return matrix === undefined ? {} : { mutants: { matrix, theory: theoryDigest(root) ?? null } };
}
