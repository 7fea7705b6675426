import type { Claim } from '../src/theory/claim.js';
import type { ClauseReading, Outcome, Verdict } from '../src/theory/outcome.js';
import { screenWidth } from './screen.js';
import { type Colour, coloured, table } from './table.js';

const MARKS: Readonly<Record<Verdict, { readonly sign: string; readonly colour: Colour }>> = {
  held: { sign: '✓', colour: 'green' },
  refuted: { sign: '✗', colour: 'red' },
  untrusted: { sign: '!', colour: 'red' },
  vacuous: { sign: '!', colour: 'red' },
  undecided: { sign: '?', colour: 'yellow' },
};

/** `✓ held  recenter-relu/...: 400 cases, orthogonal: margin 0, 4/4 controls refuted` on one line. */
export function outcomeLine(outcome: Outcome): string {
  const { sign, colour } = MARKS[outcome.verdict];
  const open = outcome.gates ? '' : ' (a conjecture: does not count towards the exit code)';
  return `${coloured(colour, `${sign} ${outcome.verdict.padEnd(9)}`)} ${outcome.claim}: ${summary(outcome)}.${open}`;
}

/** Lines below it: the instance nearest to a violation, shortened to the screen, and what a maintainer should look at. */
export function outcomeNotes(
  { verdict, kind, witness, warnings }: Outcome,
  width = Math.min(screenWidth(), 160),
): readonly string[] {
  const label = kind === 'exists' && verdict === 'held' ? 'witness' : 'nearest';
  const nearest = witness && `    ${label.padEnd(10)} ${JSON.stringify(witness.instance)}`;
  const fitting = nearest !== undefined && nearest.length > width ? `${nearest.slice(0, width - 1)}…` : nearest;
  return [
    ...(fitting === undefined || verdict === 'refuted' ? [] : [fitting]),
    ...warnings.map((warning) => coloured('yellow', `    warning    ${warning}`)),
  ];
}

function summary(outcome: Outcome): string {
  const { verdict, kind, because, cases, breaks, tightest } = outcome;
  if (verdict !== 'held') return because;
  if (kind === 'exists')
    return `${because}${tightest === undefined ? '' : `, ${reading(tightest)}`}; none under ${breaks.length} of ${breaks.length} controls`;
  const found = tightest === undefined ? because : `${cases} cases, ${reading(tightest)}`;
  return `${found}, ${breaks.length}/${breaks.length} controls refuted`;
}

/** What a reader needs to believe a refutation and to see it again. */
export function refutation(claim: Claim, outcome: Outcome): string {
  const found = outcome.counterexample;
  const lines = [
    `    says       ${claim.theorem.says}`,
    ...(found === undefined
      ? []
      : [
          `    clause     ${found.clause}`,
          `    margin     ${short(found.margin)} with an allowance of ${short(found.allowance)}`,
          `    instance   ${JSON.stringify(found.instance)}${found.shrinks > 0 ? `   (after ${found.shrinks} shrinks)` : ''}`,
        ]),
    `    again      npx bnd verify ${outcome.claim} --seed ${JSON.stringify(outcome.seed)}`,
  ];
  return lines.join('\n');
}

/** One row a claim: kind, verdict, cases, tightest reading, controls refuted with the evaluations that it took. */
export function summaryTable(outcomes: readonly Outcome[]): string {
  const columns = [
    { head: 'claim' },
    { head: 'kind', rank: 1 },
    { head: 'verdict' },
    { head: 'cases', align: 'right' as const, rank: 3 },
    { head: 'tightest reading', rank: 2 },
    { head: 'controls refuted, after evaluations', width: 30, rank: 4 },
  ];
  const rows = outcomes.map((outcome) => {
    const { claim, verdict, kind, cases, breaks } = outcome;
    const refuted = breaks.filter((control) => control.refuted).length;
    const effort = breaks.map(({ evaluations }) => evaluations).join(', ');
    const mark = coloured(MARKS[verdict].colour, verdict);
    return [claim, kind, mark, String(cases), tightness(outcome), `${refuted}/${breaks.length}: ${effort}`];
  });
  return table(columns, rows);
}

function tightness({ tightest, estimate }: Outcome): string {
  if (estimate !== undefined) return `P in [${short(estimate.lower)}, ${short(estimate.upper)}]`;
  if (tightest === undefined) return '';
  return reading(tightest);
}

function reading({ clause, margin, allowance, share }: ClauseReading): string {
  if (allowance === 0 || margin >= 0) return `${clause}: margin ${short(margin)}`;
  return `${clause}: ${short(100 * share)} % of ${short(allowance)}`;
}

function short(x: number): string {
  return Number.isInteger(x) && Math.abs(x) < 1e6 ? String(x) : Number(x.toPrecision(3)).toString();
}
