import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The first digits of the paper's number that are no well-known port. */
export const EXPLORER_PORT = 2843;

/** Beside dist/cli, where `npm run build:web` puts it. */
const PAGE = fileURLToPath(new URL('../web', import.meta.url));

/** The folder of the built explorer; undefined when it was not built. */
export function explorerPage(): string | undefined {
  return existsSync(join(PAGE, 'assets')) ? PAGE : undefined; // the sources have no assets
}
