import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The folder of this program: that of package.json, whether this file is compiled or not. Ends with a slash. */
export const PROJECT_ROOT = fileURLToPath(
  [new URL('../', import.meta.url), new URL('../../', import.meta.url)].find((url) =>
    existsSync(new URL('package.json', url)),
  ) ?? new URL('../', import.meta.url),
);
