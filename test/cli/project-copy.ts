import { cpSync, existsSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, type Run, start } from './run.js';

const FOLDERS = ['src', 'theorems', 'properties', 'cli', 'api', 'scripts', 'bench', 'dist', 'counterexamples'];
const FILES = ['package.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json', 'eslint.config.js'];
/** Settings of the formatter, wherever they are kept. */
const SETTINGS = ['.prettierrc', '.prettierrc.json', 'prettier.config.js', '.prettierignore'];

/** A copy of the checkout, compiled as far as this one is, with its packages by a link: a place to write claims in. */
export function copyProject(into: string): void {
  for (const name of [...FOLDERS, ...FILES, ...SETTINGS]) {
    if (!existsSync(join(ROOT, name))) continue;
    cpSync(join(ROOT, name), join(into, name), { recursive: true, preserveTimestamps: true });
  }
  // scripts/ready.js leaves packages behind a link alone; removing the copy removes the link only.
  symlinkSync(join(ROOT, 'node_modules'), join(into, 'node_modules'), 'junction');
}

/** Runs node in a folder. */
export function nodeIn(cwd: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Run> {
  return start(process.execPath, args, cwd, env).ended;
}
