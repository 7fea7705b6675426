import type { Claim } from '../src/theory/claim.js';
import type { Replayed } from './corpus.js';
import type { ReplayReport } from './schemas/replay.js';
import { coloured } from './table.js';

/** A counterexample or a witness, for a reader: whether it still is one, and with `explain` the statement that it is about. */
export function replayPage(claim: Claim | undefined, report: ReplayReport, explain: boolean): string {
  const { status, because, claim: id, instance, readings, violated, found } = report;
  const bad = status === 'open' || status === 'lost';
  const mark = bad ? coloured('red', `✗ ${status}`) : coloured('green', `✓ ${status}`);
  const against = violated === undefined ? '' : `, against the clause "${violated}"`;
  const fields: readonly (readonly [string, unknown])[] =
    typeof instance === 'object' && instance !== null ? Object.entries(instance) : [['instance', instance]];
  return [
    `${mark} ${id}: ${because}.`,
    `    instance   ${JSON.stringify(instance)}`,
    `    found      by ${found.by} after ${found.evaluations} evaluations${against}`,
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

/** The stored counterexamples and witnesses that a run looked at first: a line for each that matters, and one for all. */
export function corpusLines(corpus: readonly Replayed[]): readonly string[] {
  if (corpus.length === 0) return [];
  const lines = corpus
    .filter(({ status }) => status !== 'fixed' && status !== 'stands')
    .map(({ file, entry, status, because }) => `  ${status.padEnd(13)} ${entry.claim}: ${because} (${file})`);
  const count = (status: Replayed['status']): number => corpus.filter((each) => each.status === status).length;
  const usual: readonly Replayed['status'][] = ['open', 'fixed', 'out of domain', 'stale'];
  const counts = usual.map((status) => `${count(status)} ${status}`);
  const [stands, lost] = [count('stands'), count('lost')];
  const counterexamples = corpus.length - stands - lost;
  return [
    ...(counterexamples === 0 ? [] : [`Stored counterexamples: ${counts.join(', ')}.`]),
    ...(stands + lost === 0 ? [] : [`Stored witnesses: ${stands} stand, ${lost} lost.`]),
    ...lines,
    '',
  ];
}

function text(x: number | null): string {
  return x === null ? 'NaN' : Number(x.toPrecision(6)).toString();
}
