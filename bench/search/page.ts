import { number } from '../number.js';
import { table } from '../table.js';
import type { Measured, SearchResults, Side } from './results.js';
import { BLIND, FEWER, FOUND, ratioOf, searchTargets } from './targets.js';

/** docs/search-power.md: every number and every verdict comes from the results. */
export function searchPage(results: SearchResults): string {
  const { seeds, budget, rows } = results;
  return [
    '<!-- Written by `npm run bench:search` and `npm run generate` from bench/search/results.json. Do not edit: test/search/power.test.ts compares them. -->',
    '# What the search finds',
    [
      `${rows.length} false claims, planted in [bench/search](../bench/search), and ${seeds} seeds each: how often \`bnd hunt\` refutes them with ${number(budget)} evaluations,`,
      'after how many, and how small the witness gets; against fast-check alone, with its own bias and shrinking and the same budget, in the same run.',
      'Counts, not times: they are the same on every machine. A seed without a find counts with the whole budget, so that a ratio above',
      'a half of such seeds is a lower bound (≥). The strategies know nothing of the planted claims.',
    ].join('\n'),
    '## Targets',
    targets(results),
    'The strategies were worked on with the curved valley and the small basin in view. The cubic, the turned and the spatial valley, the three basins and the smooth one are variants of these two, to show that they learned the kind.',
    '## Falsehood by falsehood',
    table(
      ['falsehood', 'fault', 'numbers', 'found', 'fast-check', 'evaluations', 'fast-check', 'fewer by'],
      rows.map((row) => [
        row.name,
        row.fault,
        String(row.dimensions),
        percent(row.guided.found),
        percent(row.plain.found),
        evaluations(row.guided, budget),
        evaluations(row.plain, budget),
        `${row.plain.found < 0.5 && row.guided.found > 0.5 ? '≥ ' : ''}${number(ratioOf(row))}×`,
      ]),
    ),
    worse(rows),
    '## Witnesses',
    [
      'Length of the shrunk witness as text, median, and how many different ones the seeds ended at: 1 is a canonical one.',
      'The last column counts the seeds for which both found one: in how many was which the simpler (points, then width, depth, length, numbers).',
    ].join('\n'),
    table(
      ['falsehood', 'length', 'fast-check', 'different', 'fast-check', 'simpler : less simple'],
      rows
        .filter(({ guided, plain }) => guided.found > 0 || plain.found > 0)
        .map((row) => [
          row.name,
          characters(row.guided),
          characters(row.plain),
          ends(row.guided),
          ends(row.plain),
          row.bothFound === 0 ? '' : `${row.simpler} : ${row.lessSimple} of ${row.bothFound}`,
        ]),
    ),
    '',
  ].join('\n\n');
}

function targets(results: SearchResults): string {
  const { blind, missed, thin, ratio, slow } = searchTargets(results);
  const verdict = (met: boolean): string => (met ? 'met' : 'not met');
  return [
    table(
      ['target', 'measured', 'verdict'],
      [
        [
          `${percent(FOUND)} of the seeds wherever fast-check finds fewer than ${percent(BLIND)}`,
          `${blind.length - missed.length} of ${blind.length} falsehoods`,
          verdict(missed.length === 0),
        ],
        [
          `${FEWER} times fewer evaluations on thin regions, in the median of ${thin.length}`,
          `≥ ${number(ratio)}×`,
          verdict(ratio >= FEWER),
        ],
      ],
    ),
    '',
    ...missed.map(missedLine),
    ...slow.map(
      (row) => `- Fewer evaluations, but not ${FEWER} times fewer: ${row.name} (${number(ratioOf(row))} times).`,
    ),
  ].join('\n');
}

/** Where plain generation is the better way. */
function worse(rows: readonly Measured[]): string {
  const lines = rows
    .filter((row) => ratioOf(row) < 1)
    .map(({ name, guided, plain }) => `${name} (${number(guided.evaluations)} against ${number(plain.evaluations)})`);
  const said = 'A violation in a corner of the domain, or in much of it, fast-check finds by itself';
  return lines.length === 0 ? `${said}; in this run never sooner.` : `${said}, and sooner here: ${lines.join('; ')}.`;
}

function missedLine({ name, slope, guided }: Measured): string {
  const why = slope
    ? ''
    : ' No margin says where it is: any search finds it with the chance that its budget is of all instances.';
  return `- Missed: ${name}, found for ${percent(guided.found)} of the seeds.${why}`;
}

const percent = (share: number): string => `${Math.round(100 * share)} %`;
const evaluations = ({ found, evaluations: count }: Side, budget: number): string =>
  found <= 0.5 ? `> ${number(budget)}` : number(count);
const characters = ({ characters: length }: Side): string => (length === null ? '' : number(length));
const ends = ({ witnesses }: Side): string => (witnesses === 0 ? '' : String(witnesses));
