import type { Command } from 'commander';
import { examples } from '../examples.js';
import { loadClaims, select } from '../load-claims.js';
import { print, printJson } from '../print.js';
import type { ClaimReport } from '../schemas/claim.js';
import { paragraph } from '../screen.js';
import { coloured } from '../table.js';
import { describeClaim } from './list.js';

export function registerShow(program: Command): void {
  program
    .command('show')
    .description('show one claim: statement, hypotheses, source, how it is tried')
    .argument('<claim>', 'its id, as `bnd list` prints it')
    .option('--json', 'print one JSON document (docs/schemas/show.json)')
    .addHelpText(
      'after',
      examples({ 'bnd show recenter-relu/two-groups-turn-orthogonal': 'what is claimed, and what would refute it' }),
    )
    .action(async (id: string, { json = false }: { json?: boolean }) => {
      for (const claim of select(await loadClaims(), [id]).map(describeClaim)) {
        if (json) printJson(claim);
        else print(page(claim));
      }
    });
}

const KINDS: Readonly<Record<ClaimReport['kind'], string>> = {
  exact: 'of every instance and every draw of the weights; one violation refutes it',
  limit: 'of the infinite-width map; one violation refutes it',
  probable: 'of the probability of an event, for every instance',
  law: 'of the distribution of an outcome, for every instance',
  exists: 'that there is a configuration; a witness shows it, and nothing that a search does refutes it',
};

function page(claim: ClaimReport): string {
  const section = (title: string, lines: readonly string[]): string =>
    lines.length === 0 ? '' : `\n${coloured('bold', title)}\n${lines.map((line) => `${paragraph(line)}\n`).join('')}`;
  return [
    // The formula stays on one line, so that it can be copied.
    `${coloured('bold', claim.id)}\n\n${paragraph(claim.says)}\n\n  ${claim.formula}\n`,
    section('Kind', [`${claim.kind}: ${KINDS[claim.kind]}`]),
    section('Source', [`${claim.source.kind} (${claim.status}): ${claim.source.cite}`]),
    section(
      'Certified',
      claim.certified.map(({ file, digest, statement }) => `${statement} Digest ${digest}: npx bnd check ${file}`),
    ),
    section('Assumes', claim.assumes),
    section('Rests on', claim.uses),
    section('Is tried on', claim.regimes),
    section('Must survive', claim.survives),
    section(
      claim.kind === 'exists' ? 'Has no witness with' : 'Must be refuted with',
      claim.breaks.map((name) => (claim.reasons[name] === undefined ? name : `${name}: ${claim.reasons[name]}`)),
    ),
    `\nCheck it: npx bnd verify ${claim.id}`,
  ].join('');
}
