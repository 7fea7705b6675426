import type { Claim } from '../src/theory/claim.js';
import type { Replayed } from './corpus.js';
import type { ReplayReport } from './schemas/replay.js';
import { coloured } from './table.js';

/** A counterexample, for a reader: whether it still is one, and with `explain` the statement that it contradicts. */
export function replayPage(claim: Claim | undefined, report: ReplayReport, explain: boolean): string {
  const { status, because, claim: id, instance, readings, violated, found } = report;
  const mark = status === 'open' ? coloured('red', '✗ open') : coloured('green', `✓ ${status}`);
  const fields: readonly (readonly [string, unknown])[] =
    typeof instance === 'object' && instance !== null ? Object.entries(instance) : [['instance', instance]];
  return [
    `${mark} ${id}: ${because}.`,
    `    instance   ${JSON.stringify(instance)}`,
    `    found      by ${found.by} after ${found.evaluations} evaluations, against the clause "${violated}"`,
    ...(explain && claim !== undefined
      ? [
          `    says       ${claim.theorem.says}`,
          `    formula    ${claim.theorem.formula}`,
          `    with       ${fields.map(([name, value]) => `${name} = ${JSON.stringify(value)}`).join(', ')}`,
          '    when it was found:',
          ...readings.map(
            ({ clause, margin, allowance }) => `      ${clause}: margin ${text(margin)}, allowance ${text(allowance)}`,
          ),
        ]
      : []),
  ].join('\n');
}

/** The stored counterexamples that a run looked at first: a line for each that matters, and one for all. */
export function corpusLines(corpus: readonly Replayed[]): readonly string[] {
  if (corpus.length === 0) return [];
  const lines = corpus
    .filter(({ status }) => status !== 'fixed')
    .map(({ file, entry, status, because }) => `  ${status.padEnd(13)} ${entry.claim}: ${because} (${file})`);
  const count = (status: Replayed['status']): number => corpus.filter((each) => each.status === status).length;
  const counts = (['open', 'fixed', 'out of domain', 'stale'] as const).map((status) => `${count(status)} ${status}`);
  return [`Stored counterexamples: ${counts.join(', ')}.`, ...lines, ''];
}

function text(x: number | null): string {
  return x === null ? 'NaN' : Number(x.toPrecision(6)).toString();
}
