import type { Command } from 'commander';
import type { Claim } from '../../src/theory/claim.js';
import { loadClaims } from '../load-claims.js';
import { print, printJson } from '../print.js';
import { table } from '../table.js';

/** A claim as data: what is said, how it is tried, what it rests on. */
export function describeClaim({ theorem, regimes, survives, breaks }: Claim): {
  readonly id: string;
  readonly says: string;
  readonly formula: string;
  readonly kind: string;
  readonly source: { readonly kind: string; readonly cite: string };
  readonly status: string;
  readonly assumes: readonly string[];
  readonly uses: readonly string[];
  readonly regimes: readonly string[];
  readonly survives: readonly string[];
  readonly breaks: readonly string[];
} {
  const { id, says, formula, kind, source, uses, assumes } = theorem;
  return {
    id,
    says,
    formula,
    kind,
    source,
    status: statusOf(source.kind),
    assumes: Object.keys(assumes),
    uses: uses.map((used) => used.id),
    regimes,
    survives,
    breaks,
  };
}

/** How far the statement is established apart from this suite's testing: derived from its source, never set by hand. */
function statusOf(source: Claim['theorem']['source']['kind']): string {
  if (source === 'derived') return 'proved';
  if (source === 'literature' || source === 'paper') return 'published';
  return source === 'observed' ? 'observed' : 'open';
}

export function registerList(program: Command): void {
  program
    .command('list')
    .description('list the claims of the suite')
    .option('--json', 'print one JSON document (docs/schemas/list.json)')
    .action(async ({ json = false }: { json?: boolean }) => {
      const claims = (await loadClaims()).map(describeClaim);
      if (json) printJson({ claims });
      else print(tableOf(claims));
    });
}

function tableOf(claims: readonly ReturnType<typeof describeClaim>[]): string {
  const columns = [{ head: 'claim' }, { head: 'kind' }, { head: 'status' }, { head: 'says', width: 70 }];
  const rows = claims.map(({ id, kind, status, says }) => [id, kind, status, says]);
  return `${table(columns, rows)}\n${claims.length} claims. \`bnd show CLAIM\` gives one in full, \`bnd verify CLAIM\` checks it.`;
}
