#!/usr/bin/env node
// The command `bnd`. In a checkout it compiles what changed first, so that `npx bnd` never runs stale code.
import { build, install } from '../scripts/ready.js';

install();
build();
await import('../dist/cli/main.js');
