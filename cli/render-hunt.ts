import type { Claim } from '../src/theory/claim.js';
import type { ClauseReading } from '../src/theory/outcome.js';
import { type Found, sweepLine } from '../src/search/sweep.js';
import type { HuntReport } from './schemas/hunt.js';
import { coloured } from './table.js';

/** What a hunt found, for a reader: the claim, the smallest find, where it ends; or how hard the claim was attacked. */
export function huntPage(claim: Claim, report: HuntReport): string {
  const { simplest, clearest, nearest, evaluations, budget, spent, by, saved, seeks } = report;
  const { id, says, source } = claim.theorem;
  const effort = Object.entries(spent).map(([name, count]) => `${name} ${count}`);
  if (simplest === undefined) {
    return [
      `${coloured('green', 'nothing found')} in ${evaluations} evaluations of ${id} (${effort.join(', ')}).`,
      ...(nearest === undefined
        ? []
        : [`    nearest    ${JSON.stringify(nearest.instance)}`, ...nearest.readings.map(readingLine)]),
      seeks === 'witness'
        ? '    This refutes nothing: a search may look in the wrong places. `--budget` searches longer, `--seed` elsewhere.'
        : '    This is no proof: it says how hard the claim was attacked. `--budget` attacks it harder, `--seed` elsewhere.',
    ].join('\n');
  }
  const { instance, decisive, confirmed } = simplest;
  const same = JSON.stringify(clearest?.instance) === JSON.stringify(instance);
  const [found, of] =
    seeks === 'witness'
      ? [coloured('green', '✓ witness'), 'the clearest']
      : [coloured('red', '✗ counterexample'), 'the worst'];
  return [
    `${found} ${seeks === 'witness' ? 'of' : 'to'} ${id} after ${evaluations} of ${budget} evaluations, by ${by ?? 'the corpus'}.`,
    `    says       ${says}`,
    `    instance   ${JSON.stringify(instance)}`,
    readingLine(decisive),
    ...(confirmed === undefined ? [] : [confirmedLine(confirmed)]),
    ...(clearest === undefined || same
      ? []
      : [`    ${of.padEnd(10)} ${JSON.stringify(clearest.instance)}`, readingLine(clearest.decisive)]),
    ...boundaries(report),
    ...(saved === undefined ? [] : [`    saved      ${saved}`, `    again      npx bnd replay ${saved} --explain`]),
    ...(source.kind === 'conjecture' && seeks === 'counterexample'
      ? ['    The claim is a conjecture: this is an answer, no failure.']
      : []),
  ].join('\n');
}

/** Coordinates shown; an instance of many points has too many to read. */
const SHOWN = 12;

/** Coordinates at which the claim begins to hold when they move alone; the others in a line. */
function boundaries({ sweeps, sweepDraws, seeks }: HuntReport): readonly string[] {
  if (sweeps.length === 0) return [];
  const matter = sweeps.filter(({ holdsBelow, holdsAbove }) => holdsBelow !== undefined || holdsAbove !== undefined);
  const shown = matter.slice(0, SHOWN).map((sweep) => `      ${line(sweep, seeks)}`);
  const more = matter.length > SHOWN ? [`      and ${matter.length - SHOWN} more (--json lists all)`] : [];
  const idle = sweeps.length - matter.length;
  const rest =
    idle === 0 ? [] : [`      ${idle} of ${sweeps.length} coordinates change nothing, wherever they were tried`];
  const draws =
    sweepDraws === 0 ? '' : ` (${sweepDraws} fresh draws a value; where they leave it open, nothing is said)`;
  return [`    moving one coordinate at a time${draws}:`, ...shown, ...more, ...rest];
}

function line(
  { coordinate, value, from, to, holdsBelow, holdsAbove }: HuntReport['sweeps'][number],
  seeks: Found,
): string {
  return sweepLine({ coordinate, value, from, to, holdsBelow, holdsAbove }, seeks);
}

function confirmedLine({ draws, happened }: { draws: number; happened?: number | undefined }): string {
  if (happened === undefined) return `    confirmed  by ${draws} fresh samples`;
  return `    confirmed  the event happened in ${happened} of ${draws} fresh draws`;
}

function readingLine({ clause, margin, allowance }: Nullable<ClauseReading>): string {
  return `    ${clause.padEnd(10)} margin ${number(margin)}, allowance ${number(allowance)}`;
}

type Nullable<T> = { readonly [Key in keyof T]: T[Key] extends number ? number | null : T[Key] };

function number(x: number | null): string {
  return x === null ? 'NaN' : Number(x.toPrecision(4)).toString();
}
