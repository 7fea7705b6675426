// npm run bench:search [-- --small]: how often the search refutes planted falsehoods, against plain fast-check. Counts, no times.
// Writes bench/search/results.json and docs/search-power.md. --small: a few of them, nothing written, exit 1 below the floors.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatted } from '../formatted.js';
import { number } from '../number.js';
import { searchDocument, SEARCH_DOCUMENT, SEARCH_RESULTS } from './document.js';
import { drops, smallRun } from './floors.js';
import { measure } from './measure.js';
import { problems } from './problems.js';
import type { Measured } from './results.js';
import { ratioOf } from './targets.js';

const SEEDS = 20;
const BUDGET = 10_000;

function line(row: Measured): string {
  const { name, guided, plain } = row;
  const side = ({ found, evaluations }: Measured['plain']): string =>
    `${Math.round(100 * found)} % after ${number(evaluations)}`.padEnd(20);
  return `${name.padEnd(44)} ${side(guided)} fast-check ${side(plain)} ${number(ratioOf(row))}×`;
}

async function full(root: string): Promise<void> {
  const rows = problems.map((planted) => {
    const row = measure(planted, SEEDS, BUDGET);
    console.log(line(row));
    return row;
  });
  const json = await formatted(root, SEARCH_RESULTS, JSON.stringify({ seeds: SEEDS, budget: BUDGET, rows }));
  writeFileSync(join(root, SEARCH_RESULTS), json);
  writeFileSync(join(root, SEARCH_DOCUMENT), await searchDocument(root, json));
  console.log(`${SEARCH_RESULTS}, ${SEARCH_DOCUMENT}`);
}

function small(): void {
  const rows = smallRun();
  for (const row of rows) console.log(line(row));
  const found = drops(rows);
  for (const drop of found) console.error(drop);
  process.exitCode = found.length > 0 ? 1 : 0;
}

if (process.argv.includes('--small')) small();
else await full(process.cwd());
