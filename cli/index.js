#!/usr/bin/env node
// The command `bnd`. In a checkout it compiles what changed first, so that `npx bnd` never runs stale code.
import { build, install, web } from '../scripts/ready.js';

// Node ends with 1 after an uncaught error, which here would mean that a claim is refuted.
process.on('uncaughtException', (error) => {
  const [line] = String(error?.message ?? error).split('\n');
  const debug = process.argv.includes('--debug');
  process.stderr.write(`internal error: ${line}${debug ? `\n${error?.stack}` : ' (--debug shows where)'}\n`);
  process.exit(70);
});

install();
await build();
if (process.argv[2] === 'explore') web();
await import('../dist/cli/main.js');
