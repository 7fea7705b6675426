import type { GatedClaim, GateReport } from '../../schemas/gate.js';
import { coloured } from '../../table.js';
import { changeOf, closes, headline, relationOf, short, verdictOf, witnessOf } from './words.js';

/** The report for a terminal, the gravest first. */
export function gateText(report: GateReport): string {
  const { pass, base, head, claims, problems, notes, same } = report;
  const at = (commit: string | null): string => (commit === null ? 'not committed' : commit.slice(0, 12));
  return [
    coloured(pass ? 'green' : 'red', headline(report)),
    `base ${base.ref} (${at(base.commit)}), head ${head.ref} (${at(head.commit)}); ${same} claims of the same code.`,
    ...notes,
    ...problems.map((problem) => coloured('red', `✗ ${problem}`)),
    ...claims.map(claimText),
    ...(pass || claims.every(({ changes }) => !changes.some(closes))
      ? []
      : ['\nTake the change back, or say why it is right: npx bnd acknowledge NAME --reason TEXT']),
  ].join('\n');
}

function claimText(claim: GatedClaim): string {
  const lines = claim.changes.flatMap((change) => [
    `  ${closes(change) ? coloured('red', '✗') : change.level === 'warn' ? '!' : '·'} ${changeOf(change)}`,
    ...(change.witness === undefined
      ? []
      : [`      ${short(witnessOf(change), 600)}`, `      ${change.witness.replay}`]),
  ]);
  return [`\n${coloured('bold', claim.claim)}: ${relationOf(claim)}; ${verdictOf(claim)}`, ...lines].join('\n');
}
