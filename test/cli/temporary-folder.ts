import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';

/** A folder for the files of one test file, removed at its end. Call the result inside tests. */
export function temporaryFolder(): () => string {
  let path = '';
  beforeAll(() => {
    path = mkdtempSync(join(tmpdir(), 'bnd-'));
  });
  afterAll(() => rmSync(path, { recursive: true }));
  return () => path;
}
