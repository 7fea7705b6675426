// npm run mutation [-- FOLDER ... --quick]: plants small faults in folders of src, all four if none is named, and runs their tests on each.
// First the quick tests, then all on what survived them, unless --quick. Takes minutes to hours a folder; what a run left in mutation/
// is used by the next, which tries again only what changed.
// Writes docs/mutation-score.json after every folder, and docs/mutation-score.md.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { BadInput } from '../cli/bad-input.js';
import { EXIT } from '../cli/exit-codes.js';
import { print } from '../cli/print.js';
import { writeScoreDocument } from './mutation/document.js';
import { type FolderScore, folderScoreOf, scoreOf } from './mutation/folder-score.js';
import { FOLDERS, recordScore, sourcesDigest } from './mutation/record.js';

const STRYKER = join(createRequire(import.meta.url).resolve('@stryker-mutator/core/package.json'), '../bin/stryker.js');

type Tests = FolderScore['tests'];

function mutate(root: string, folder: string, tests: Tests): void {
  const { status } = spawnSync(process.execPath, [STRYKER, 'run'], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, MUTATED: folder, MUTATED_WITH: tests },
  });
  if (status !== 0) throw new BadInput(`mutation: Stryker failed on src/${folder}; its message is above.`);
}

async function measure(root: string, folder: string, tests: Tests): Promise<void> {
  const sources = sourcesDigest(root, folder);
  mutate(root, folder, 'quick tests');
  if (tests === 'all tests') mutate(root, folder, tests);
  const report: unknown = JSON.parse(readFileSync(join(root, 'mutation', `${folder}.json`), 'utf8'));
  const score = folderScoreOf({ folder, sources, tests }, report);
  await recordScore(root, score);
  await writeScoreDocument(root);
  print(`src/${folder}: ${(100 * scoreOf(score)).toFixed(1)} %, ${score.survivors.length} survivors`);
}

try {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { quick: { type: 'boolean', default: false } },
  });
  const tests = values.quick ? 'quick tests' : 'all tests';
  const unknown = positionals.find((folder) => !FOLDERS.includes(folder));
  if (unknown !== undefined)
    throw new BadInput(
      `mutation: needs folders of ${FOLDERS.join(', ')}; came ${unknown}. Name some of them, or none for all.`,
    );
  for (const folder of positionals.length > 0 ? positionals : FOLDERS) await measure('.', folder, tests);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = error instanceof BadInput ? EXIT.usage : EXIT.internal;
}
