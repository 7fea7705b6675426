import type { GatedChange, GatedClaim, GateReport } from '../../schemas/gate.js';
import { closes, headline, relationOf, short, verdictOf, witnessOf } from './words.js';

/** A comment on a pull request may have 65,536 characters; a longer one is refused as a whole. */
const COMMENT = 65_000;

/** The report in Markdown: verdict first, then what is denied, then the rest; what does not fit is counted, not cut in half. */
export function gateMarkdown(report: GateReport, most = COMMENT): string {
  const { pass, base, head, claims, problems, notes, same } = report;
  const at = (commit: string | null): string => (commit === null ? 'not committed' : `\`${commit.slice(0, 12)}\``);
  const top = [
    `## ${pass ? '✅' : '❌'} ${headline(report)}\n`,
    `Base ${code(base.ref)} ${at(base.commit)}, head ${code(head.ref)} ${at(head.commit)}. ${same} claims have the same code, down to the core.\n`,
    ...problems.map((problem) => `- ❌ ${plain(problem)}\n`),
    ...notes.map((note) => `- ${plain(note)}\n`),
    ...(claims.length === 0
      ? []
      : ['\n| claim | what it says now | verdict | gravest change |\n| --- | --- | --- | --- |\n']),
  ];
  const end = (left: number, of: string): string =>
    left === 0 ? '' : `\n_${left} more ${of} did not fit; \`bnd gate\` shows them._\n`;
  const rows = claims.map(row);
  const details = claims.filter(({ changes }) => changes.length > 0).map(detail);
  let text = top.join('');
  const room = most - 200; // for the two sentences that say what is missing
  const fitting = (parts: readonly string[]): number => {
    const from = parts.findIndex((part) => {
      if (text.length + part.length > room) return true;
      text += part;
      return false;
    });
    return from === -1 ? 0 : parts.length - from;
  };
  const rowsLeft = fitting(rows);
  text += end(rowsLeft, 'claims');
  return `${text}${end(fitting(details), 'details')}`.slice(0, most);
}

function row(claim: GatedClaim): string {
  const [gravest] = claim.changes;
  const change = gravest === undefined ? '' : `${mark(gravest)} ${gravest.class}`;
  return `| ${code(claim.claim)} | ${cell(relationOf(claim))} | ${cell(verdictOf(claim))} | ${cell(change)} |\n`;
}

function detail(claim: GatedClaim): string {
  const lines = claim.changes.map((change) => {
    const of = change.of === '' ? '' : ` ${plain(change.of)}`;
    const by = change.acknowledged === null ? '' : ` (acknowledged by ${code(change.acknowledged)})`;
    const witness =
      change.witness === undefined
        ? ''
        : `  \n  ${code(short(witnessOf(change), 800))}\n  \n  \`\`\`sh\n  ${short(change.witness.replay, 2000)}\n  \`\`\``;
    return `- ${mark(change)} **${change.class}**${of}: ${code(short(change.before))} → ${code(short(change.after))}${by}${witness}\n`;
  });
  return `\n### ${plain(claim.claim)}\n\n${lines.join('')}`;
}

function mark(change: GatedChange): string {
  if (closes(change)) return '❌';
  return change.level === 'allow' ? '·' : change.acknowledged === null ? '⚠️' : '📝';
}

/** Code in ticks, more of them than the text has in a row. */
function code(text: string): string {
  const runs = [...text.matchAll(/`+/g)].map(([run]) => run.length);
  const ticks = '`'.repeat(Math.max(0, ...runs) + 1);
  const space = /^`|`$/.test(text) || text === '' ? ' ' : '';
  return `${ticks}${space}${text.replaceAll('|', '\\|')}${space}${ticks}`;
}

function plain(text: string): string {
  return text.replaceAll(/[\\`*_[\]<>]/g, (sign) => `\\${sign}`);
}

function cell(text: string): string {
  return plain(text).replaceAll('|', '\\|');
}
