import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { copyFolder } from '../replace-file.js';

const ASSETS = 'assets';
/** As the bundler names what it builds: a new name for every build. */
const BUILT = /^\w+-[\w-]{8}\.(?:js|css)$/;

/** Copies the built explorer over that of an earlier report, whose scripts and styles have other names, and go. */
export function copyExplorer(from: string, to: string): void {
  copyFolder(from, to, '--report');
  const current = readdirSync(join(from, ASSETS));
  const old = readdirSync(join(to, ASSETS)).filter((name) => BUILT.test(name) && !current.includes(name));
  for (const name of old) rmSync(join(to, ASSETS, name));
}
