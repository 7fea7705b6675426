import { existsSync } from 'node:fs';

/** Debian's, unless BND_CHROMIUM names another. */
const PATH = process.env['BND_CHROMIUM'] ?? '/usr/bin/chromium';

/** The browser that tests drive; undefined when there is none. */
export const chromiumPath = existsSync(PATH) ? PATH : undefined;

/** Before all tests: says in one line what is left out without a browser. Continuous integration refuses to leave it out. */
export default function setup(): void {
  if (chromiumPath !== undefined) return;
  const line = `Left out: the browser tests of the explorer, which need Chromium; ${PATH} does not exist. Install chromium, or set BND_CHROMIUM to its path.`;
  if (process.env['BND_BROWSER'] === 'required') throw new Error(line);
  process.stderr.write(`${line}\n`);
}
