import type { Claim } from '../src/theory/claim.js';
import type { ClauseReading } from '../src/theory/outcome.js';
import { sweepLine } from '../src/search/sweep.js';
import type { HuntReport } from './schemas/hunt.js';
import { coloured } from './table.js';

/** What a hunt found, for a reader: the claim, the smallest counterexample, where it ends; or how hard it was attacked. */
export function huntPage(claim: Claim, report: HuntReport): string {
  const { simplest, worst, nearest, evaluations, budget, spent, by, sweeps, saved } = report;
  const effort = Object.entries(spent).map(([name, count]) => `${name} ${count}`);
  if (simplest === undefined) {
    return [
      `${coloured('green', 'nothing found')} in ${evaluations} evaluations of ${claim.theorem.id} (${effort.join(', ')}).`,
      ...(nearest === undefined
        ? []
        : [`    nearest    ${JSON.stringify(nearest.instance)}`, ...nearest.readings.map(readingLine)]),
      '    This is no proof: it says how hard the claim was attacked. `--budget` attacks it harder, `--seed` elsewhere.',
    ].join('\n');
  }
  const { instance, violated } = simplest;
  const other = worst !== undefined && JSON.stringify(worst.instance) !== JSON.stringify(instance) ? worst : undefined;
  return [
    `${coloured('red', '✗ counterexample')} to ${claim.theorem.id} after ${evaluations} of ${budget} evaluations, by ${by ?? 'the corpus'}.`,
    `    says       ${claim.theorem.says}`,
    `    instance   ${JSON.stringify(instance)}`,
    readingLine(violated),
    ...(other === undefined ? [] : [`    the worst  ${JSON.stringify(other.instance)}`, readingLine(other.violated)]),
    ...boundaries(sweeps),
    ...(saved === undefined ? [] : [`    saved      ${saved}`, `    again      npx bnd replay ${saved} --explain`]),
    ...(claim.theorem.source.kind === 'conjecture'
      ? ['    The claim is a conjecture: this is an answer, no failure.']
      : []),
  ].join('\n');
}

/** Coordinates shown; an instance of many points has too many to read. */
const SHOWN = 12;

/** Coordinates at which the claim begins to hold when they move alone; the others in a line. */
function boundaries(sweeps: HuntReport['sweeps']): readonly string[] {
  if (sweeps.length === 0) return [];
  const matter = sweeps.filter(({ holdsBelow, holdsAbove }) => holdsBelow !== undefined || holdsAbove !== undefined);
  const shown = matter.slice(0, SHOWN).map((sweep) => `      ${line(sweep)}`);
  const more = matter.length > SHOWN ? [`      and ${matter.length - SHOWN} more (--json lists all)`] : [];
  const idle = sweeps.length - matter.length;
  const rest =
    idle === 0 ? [] : [`      ${idle} of ${sweeps.length} coordinates change nothing, wherever they were tried`];
  return ['    moving one coordinate at a time:', ...shown, ...more, ...rest];
}

function line({ coordinate, value, from, to, holdsBelow, holdsAbove }: HuntReport['sweeps'][number]): string {
  return sweepLine({ coordinate, value, from, to, holdsBelow, holdsAbove });
}

function readingLine({ clause, margin, allowance }: Nullable<ClauseReading>): string {
  return `    ${clause.padEnd(10)} margin ${number(margin)}, allowance ${number(allowance)}`;
}

type Nullable<T> = { readonly [Key in keyof T]: T[Key] extends number ? number | null : T[Key] };

function number(x: number | null): string {
  return x === null ? 'NaN' : Number(x.toPrecision(4)).toString();
}
