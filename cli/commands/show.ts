import type { Command } from 'commander';
import { loadClaims, select } from '../load-claims.js';
import { print, printJson } from '../print.js';
import { coloured } from '../table.js';
import { describeClaim } from './list.js';

export function registerShow(program: Command): void {
  program
    .command('show')
    .description('show one claim as a reader wants it: statement, hypotheses, source, how it is tried')
    .argument('<claim>', 'its id, as `bnd list` prints it')
    .option('--json', 'print one JSON document (docs/schemas/show.json)')
    .action(async (id: string, { json = false }: { json?: boolean }) => {
      for (const claim of select(await loadClaims(), [id]).map(describeClaim)) {
        if (json) printJson(claim);
        else print(page(claim));
      }
    });
}

const KINDS: Readonly<Record<string, string>> = {
  exact: 'of every instance and every draw of the weights; one violation refutes it',
  limit: 'of the infinite-width map; one violation refutes it',
  probable: 'of the probability of an event, for every instance',
  law: 'of the distribution of an outcome, for every instance',
};

function page(claim: ReturnType<typeof describeClaim>): string {
  const section = (title: string, lines: readonly string[]): string =>
    lines.length === 0 ? '' : `\n${coloured('bold', title)}\n${lines.map((line) => `  ${line}`).join('\n')}\n`;
  return [
    `${coloured('bold', claim.id)}\n\n  ${claim.says}\n\n  ${claim.formula}\n`,
    section('Kind', [`${claim.kind}: ${KINDS[claim.kind] ?? ''}`]),
    section('Source', [`${claim.source.kind} (${claim.status}): ${claim.source.cite}`]),
    section('Assumes', claim.assumes),
    section('Rests on', claim.uses),
    section('Tried on', claim.regimes),
    section('Survives', claim.survives),
    section('Is refuted by', claim.breaks),
    `\nCheck it: npx bnd verify ${claim.id}`,
  ].join('');
}
