import type { GatedChange, GatedClaim, GateReport } from '../../schemas/gate.js';

/** The verdict in one sentence, which comes first everywhere: what is cut off is never this. */
export function headline(report: GateReport): string {
  const { pass, denied, problems, claims, same } = report;
  const changed = claims.filter(({ changes }) => changes.length > 0).length;
  const looked = `${changed} of ${claims.length + same} claims changed`;
  if (pass) return `Gate passed: ${looked}, nothing is denied.`;
  const reasons = [
    ...(denied > 0 ? [`${counted(denied, 'change')} denied without an acknowledgement`] : []),
    ...(problems.length > 0 ? [`${counted(problems.length, 'acknowledgement')} wrong or unused`] : []),
    ...(denied === 0 && problems.length === 0 ? ['a changed claim is not held'] : []),
  ];
  return `Gate closed: ${reasons.join(', ')}; ${looked}.`;
}

/** What became of what a claim says, and on what grounds. */
export function relationOf({ relation, cases, parted, disagreement }: GatedClaim): string {
  if (relation === 'NO DIFFERENCE FOUND') {
    const bound = disagreement === null ? '' : `, so at most ${percent(disagreement)} of such cases differ (95 %)`;
    return `no difference found in ${counted(cases, 'case')}${bound}`;
  }
  return cases === 0 ? relation : `${relation} (${parted} of ${counted(cases, 'case')} part)`;
}

export function verdictOf({ verdict: { before, after, judged } }: GatedClaim): string {
  const now = `${after ?? 'no verdict'}${judged ? '' : ' (lock)'}`;
  return before === null || before === after ? now : `${before} → ${now}`;
}

/** One change in a line: class, what of, from what to what. */
export function changeOf(change: GatedChange): string {
  const of = change.of === '' ? '' : ` ${change.of}`;
  const acknowledged = change.acknowledged === null ? '' : ` (acknowledged by ${change.acknowledged})`;
  return `${change.class}${of}: ${short(change.before)} → ${short(change.after)}${acknowledged}`;
}

/** A change that closes the gate. */
export function closes({ level, acknowledged }: GatedChange): boolean {
  return level === 'deny' && acknowledged === null;
}

/** Where the versions part, in words. */
export function witnessOf({ witness }: GatedChange): string {
  if (witness === undefined) return '';
  const world = witness.world === '' ? '' : ` with "${witness.world}"`;
  return `${JSON.stringify(witness.instance)}${world}: before ${witness.before}; after ${witness.after}`;
}

export function short(text: string, most = 240): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length <= most ? line : `${line.slice(0, most)}…`;
}

/** Two digits, rounded up: a bound stays one. */
function percent(share: number): string {
  const value = 100 * share;
  const near = Number(value.toPrecision(2));
  const unit = 10 ** (Math.floor(Math.log10(value)) - 1);
  return `${near >= value ? near : Number((near + unit).toPrecision(2))} %`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
