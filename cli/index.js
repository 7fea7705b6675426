#!/usr/bin/env node
// The command `bnd`. In a checkout it compiles what changed first, so that `npx bnd` never runs stale code.
import { readFileSync } from 'node:fs';
import { build, install, web } from '../scripts/ready.js';

// Node ends with 1 after an uncaught error, which here would mean that a claim is refuted.
process.on('uncaughtException', (error) => {
  const [line] = String(error?.message ?? error).split('\n');
  const missing = optionalPackage(error);
  if (missing !== undefined) {
    process.stderr.write(
      `error: bnd needs the package ${missing}, which was left out (npm install --omit=optional); the rest of this package does not. ` +
        'Run npm install --include=optional.\n',
    );
    process.exit(64);
  }
  const debug = process.argv.includes('--debug');
  process.stderr.write(`internal error: ${line}${debug ? `\n${error?.stack}` : ' (--debug shows where)'}\n`);
  process.exit(70);
});

/** The optional package whose absence an error is about; undefined for any other error. */
function optionalPackage(error) {
  if (error?.code !== 'ERR_MODULE_NOT_FOUND') return undefined;
  const [, name] = /^Cannot find package '([^']+)'/.exec(error.message) ?? [];
  const { optionalDependencies } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  return Object.keys(optionalDependencies).find((known) => known === name);
}

install();
await build();
if (process.argv[2] === 'explore') web();
await import('../dist/cli/main.js');
