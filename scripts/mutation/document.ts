import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatted } from '../../bench/formatted.js';
import { table } from '../../bench/table.js';
import { type Alive, type FolderScore, scoreOf } from './folder-score.js';
import { type Excuse, excuseOf, EXCUSES } from './excuses.js';
import { FOLDERS, recordedScores } from './record.js';

export const SCORE_DOCUMENT = 'docs/mutation-score.md';

/** What the issue of this page asks of every folder. */
export const LEAST = 0.85;

const INTRODUCTION = `# Mutation score: small faults of the judge, and the tests that notice

Written by \`npm run mutation\` and \`npm run generate\` from [mutation-score.json](mutation-score.json); a test fails when it is not current.
Large faults of the simulator, and the claims that notice them, are [another page](mutants.md).

[StrykerJS](https://stryker-mutator.io) plants one small fault after the other in a folder of \`src\` (\`<\` for \`<=\`, a condition that is always
true, a body left out) and runs the tests of \`test\` of the same name that reach it. **Score**: faults on which a test failed, of all that ran.
A fault that ends by the clock, or because it is reached a hundred times as often as without it, counts as **not** killed, though most are endless
loops that would be noticed. Faults that no test reaches count as survivors. No mutator and no static fault is left out; faults that do not compile
are tried like others, since the tests run without types. The tests run as in \`npm test\`, with the same seed of fast-check;
where it says _quick tests_, those that take seconds ([quick.ts](../test/quick.ts), [two files](../vitest.mutation.config.ts)) were left out, and what only they
notice counts as a survivor.
At least ${100 * LEAST} % is asked of each folder, by a test that reads the record.
`;

/** What docs/mutation-score.md must hold. */
export async function scoreDocument(
  root: string,
  scores: readonly FolderScore[],
  excuses: readonly Excuse[] = EXCUSES,
): Promise<string> {
  const parts = [
    INTRODUCTION,
    scoresTable(scores),
    missing(scores),
    ...scores.map((score) => survivors(score, excuses)),
  ];
  return formatted(root, SCORE_DOCUMENT, `${parts.join('\n\n')}\n`);
}

export async function writeScoreDocument(root: string): Promise<void> {
  writeFileSync(join(root, SCORE_DOCUMENT), await scoreDocument(root, recordedScores(root)));
}

function scoresTable(scores: readonly FolderScore[]): string {
  const rows = scores.map((score) => {
    const { folder, tests, killed, timeout, errors, survivors: left, sources } = score;
    const uncovered = left.filter(({ covered }) => !covered).length;
    const percent = (100 * scoreOf(score)).toFixed(1);
    return [
      `[${folder}](../src/${folder})`,
      `${percent} %`,
      tests,
      ...[killed, left.length, uncovered, timeout, errors].map(String),
      sources,
    ];
  });
  const head = ['folder', 'score', 'against', 'killed', 'survived', 'of these reached by no test', 'out of time'];
  return table([...head, 'broke the run (not counted)', 'digest of the sources'], rows);
}

function missing(scores: readonly FolderScore[]): string {
  const left = FOLDERS.filter((folder) => scores.every((score) => score.folder !== folder));
  return left.length === 0
    ? ''
    : `Not measured yet: ${left.map((folder) => `[${folder}](../src/${folder})`).join(', ')}.`;
}

function survivors({ folder, survivors: left }: FolderScore, excuses: readonly Excuse[]): string {
  const rows = left.map((mutant) => [
    `[${mutant.file.replace(`src/${folder}/`, '')}](../${mutant.file})`,
    code(mutant.original),
    code(mutant.replacement),
    whyAlive(mutant, excuses),
  ]);
  return `## Survivors of ${folder}\n\n${rows.length === 0 ? 'None.' : table(['file', 'was', 'became', 'why no test fails'], rows)}`;
}

function whyAlive(mutant: Alive, excuses: readonly Excuse[]): string {
  return excuseOf(mutant, excuses)?.because ?? '**no reason given**';
}

/** Code in a cell of a table, cut where it is long. */
function code(text: string): string {
  const short = text.length > 90 ? `${text.slice(0, 90)} ...` : text;
  const fence = short.includes('`') ? '``' : '`';
  return short === '' ? 'nothing' : `${fence}${fence === '``' ? ` ${short} ` : short}${fence}`.replaceAll('|', '\\|');
}
