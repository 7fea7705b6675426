import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatted } from '../../bench/formatted.js';
import { table } from '../../bench/table.js';
import { type KillMatrix, killersOf, signsOf, triedOn } from '../../cli/report/kill-matrix.js';
import { recordedMatrix } from '../../cli/report/recorded-mutants.js';

export const DOCUMENT = 'docs/mutants.md';

const INTRODUCTION = `# Mutants: faults of the simulator, and the claims that notice

Written by \`npm run mutants\` and \`npm run generate\` from [mutants.json](mutants.json); a test fails when it is not current.

A suite that is green on a simulator that is wrong says nothing. So each fault below is planted, alone, in a copy of the compiled
project: in the sources, or in the kernel, which is then compiled anew
([scripts/mutants](../scripts/mutants)). The claims of the suite run on the copy as \`bnd verify\` runs them. A claim **kills** the mutant
when its verdict falls: refuted, untrusted, vacuous or crashed where the honest simulator has a better one. Undecided is no kill,
and a claim that was given up because it took too long is none either. _Expected_ are the claims that say the opposite of what is
wrong: each must kill, and a test holds the record to it.
`;

/** What docs/mutants.md must hold. */
export async function mutantsDocument(root: string, matrix: KillMatrix): Promise<string> {
  const parts = [INTRODUCTION, howMeasured(matrix), faults(matrix), alive(matrix), sharpness(matrix), cells(matrix)];
  return formatted(root, DOCUMENT, `${parts.join('\n\n')}\n`);
}

export async function writeMutantsDocument(root: string): Promise<void> {
  const matrix = recordedMatrix(root);
  if (matrix !== undefined) writeFileSync(join(root, DOCUMENT), await mutantsDocument(root, matrix));
}

function howMeasured(matrix: KillMatrix): string {
  const { profile, seed, theory, cheapBelow, honest, mutants } = matrix;
  const cheap = honest.filter(({ seconds }) => seconds < cheapBelow).length;
  return [
    `Measured at the profile ${profile}, seed ${seed}, on the theory ${theory} (digest of theory.lock.json): ${mutants.length} mutants, ${honest.length} claims.`,
    `The ${cheap} claims that take less than ${cheapBelow} s of CPU time on the honest simulator were run on every mutant; each of the other`,
    `${honest.length - cheap} only on the mutants that it is expected to kill, and on some that survive the cheap ones: an empty cell of theirs says nothing.`,
  ].join('\n');
}

function faults(matrix: KillMatrix): string {
  const rows = matrix.mutants.map((row, k) => {
    const killers = killersOf(matrix, row);
    const expected = row.expected.map((claim) => `${killers.includes(claim) ? '✗' : 'survives'} ${linked(claim)}`);
    return [
      `${k + 1}`,
      row.name,
      row.wrong,
      `${killers.length} of ${triedOn(matrix, row).length}`,
      expected.join('; '),
    ];
  });
  return `## The faults\n\n${table(['number', 'mutant', 'what is wrong', 'killed by', 'expected'], rows)}`;
}

function alive(matrix: KillMatrix): string {
  const left = matrix.mutants.filter((row) => killersOf(matrix, row).length === 0);
  return `## Survivors\n\n${left.length === 0 ? 'None.' : left.map(({ name }) => `- ${name}`).join('\n')}`;
}

/** The claims by how many mutants they kill: one that kills none says nothing of the simulator, or is not tried. */
function sharpness(matrix: KillMatrix): string {
  const counted = matrix.honest.map(({ claim }) => ({
    claim,
    kills: matrix.mutants.filter((row) => killersOf(matrix, row).includes(claim)).length,
    tried: matrix.mutants.filter((row) => triedOn(matrix, row).includes(claim)).length,
  }));
  const sharp = counted.toSorted((a, b) => b.kills - a.kills).slice(0, 10);
  const blunt = counted.filter((row) => row.kills === 0 && row.tried > 0);
  const untried = counted.filter(({ tried }) => tried === 0);
  return [
    '## Which claims are sharp',
    table(
      ['claim', 'kills', 'tried on'],
      sharp.map((row) => [linked(row.claim), `${row.kills}`, `${row.tried}`]),
    ),
    `No mutant here is killed by ${blunt.length} claims that were tried, most of which are about numbers that no fault here touches: ${list(blunt)}.`,
    `Not tried on any: ${list(untried)}.`,
  ].join('\n\n');
}

function list(claims: readonly { readonly claim: string }[]): string {
  return claims.length === 0 ? 'none' : claims.map(({ claim }) => linked(claim)).join(', ');
}

const linked = (claim: string): string => `[${claim}](../theorems/${claim}.ts)`;

function cells(matrix: KillMatrix): string {
  const wide = Math.max(...matrix.honest.map(({ claim }) => claim.length));
  const digits = (unit: number): string =>
    matrix.mutants.map((_, k) => (k + 1 < unit ? ' ' : `${Math.floor((k + 1) / unit) % 10}`)).join('');
  const signs = matrix.mutants.map((row) => signsOf(matrix, row));
  const lines = matrix.honest.map((honest) =>
    `${honest.claim.padEnd(wide)} ${signs.map((sign) => sign(honest) || ' ').join('')}`.trimEnd(),
  );
  return [
    '## The matrix',
    '`✗` kills, `?` undecided or given up, `·` sees no difference, nothing: not tried. Columns are the numbers of the faults.',
    `\`\`\`text\n${[10, 1].map((unit) => `${' '.repeat(wide)} ${digits(unit)}`.trimEnd()).join('\n')}\n${lines.join('\n')}\n\`\`\``,
  ].join('\n\n');
}
