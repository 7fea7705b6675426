import type { Command } from 'commander';
import type { Claim } from '../../src/theory/claim.js';
import { certificatesFor } from '../certificates/certificate-files.js';
import { examples } from '../examples.js';
import { loadClaims } from '../load-claims.js';
import { print, printJson } from '../print.js';
import type { ClaimReport } from '../schemas/claim.js';
import type { ListReport } from '../schemas/list.js';
import { paragraph } from '../screen.js';
import { coloured } from '../table.js';

/** A claim as data: what is said, how it is tried, what it rests on. */
export function describeClaim({ theorem, declared }: Claim): ClaimReport {
  const { id, says, formula, kind, source, uses, assumes } = theorem;
  return {
    id,
    says,
    formula,
    kind,
    source,
    status: statusOf(source.kind),
    certified: certificatesFor(id),
    assumes: Object.keys(assumes),
    uses: uses.map((used) => used.id),
    regimes: Object.keys(declared.regimes),
    survives: declared.survives,
    breaks: declared.breaks,
    reasons: declared.reasons,
  };
}

/** How far the statement is established apart from this suite's testing: derived from its source, never set by hand. */
function statusOf(source: ClaimReport['source']['kind']): ClaimReport['status'] {
  if (source === 'derived') return 'proved';
  if (source === 'literature' || source === 'paper') return 'published';
  return source === 'observed' ? 'observed' : 'open';
}

export function registerList(program: Command): void {
  program
    .command('list')
    .description('list the claims of the suite')
    .option('--json', 'print one JSON document (docs/schemas/list.json)')
    .addHelpText(
      'after',
      examples({
        'bnd list': 'every claim: its id, kind and status, and what it says',
        'bnd list --json': 'the same with hypotheses, sources and controls',
        'bnd show recenter-relu/odd-point-exists-from-seven': 'one of them in full',
      }),
    )
    .action(async ({ json = false }: { json?: boolean }) => {
      const report: ListReport = { claims: (await loadClaims()).map(describeClaim) };
      if (json) printJson(report);
      else print(page(report));
    });
}

/** Ids and sentences are too long for the columns of a table on a common screen. */
function page({ claims }: ListReport): string {
  const entries = claims.map(
    ({ id, kind, status, certified, says }) =>
      `${coloured('bold', id)}  (${kind}, ${status}${certified.length > 0 ? ', certified' : ''})\n${paragraph(says, '    ')}\n`,
  );
  const end = `${claims.length} claims. \`bnd show CLAIM\` gives one in full, \`bnd verify CLAIM\` checks it.`;
  return [...entries, end].join('\n');
}
