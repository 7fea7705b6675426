import type { SweepReport, SweepRow } from './schemas/sweep.js';
import { type Column, table } from './table.js';

/** Rows that a screen shows; a file holds them all. */
const ROWS = 40;

const COLUMNS: readonly Column[] = [
  { head: 'points', align: 'right' },
  { head: 'width', align: 'right' },
  { head: 'depth', align: 'right', rank: 1 },
  { head: 'stages' },
  { head: 'measure' },
  { head: 'draws', align: 'right', rank: 2 },
  { head: 'estimate', align: 'right' },
  { head: 'interval', align: 'right' },
];

/** The page that `bnd sweep` prints: what was mapped, where its draws are, and the first rows; the others are in these files. */
export function sweepPage({ plan, store, cells, draws, rows }: SweepReport, files: readonly string[] = []): string {
  const shown = rows
    .slice(0, ROWS)
    .map((row) => [
      ...[row.points, row.width, row.depth].map(String),
      row.stages +
        (row.weights === 'gaussian' ? '' : `, ${row.weights}`) +
        (row.data === 'gaussian' ? '' : `, ${row.data}`),
      row.measure,
      String(row.draws),
      number(row, row.estimate),
      `[${number(row, row.lower)}, ${number(row, row.upper)}]`,
    ]);
  const where = files.length > 0 ? ` are in ${files.join(', ')}.` : ': write all of them with --out map.csv.';
  const more = rows.length > ROWS ? `\n${rows.length - ROWS} more rows${where}` : '';
  return [
    `${cells} cells, ${draws} draws, seed ${JSON.stringify(plan.seed)}; each interval holds its value with probability ${1 - plan.level}`,
    table(COLUMNS, shown) + more,
    `The draws are in ${store}.`,
  ].join('\n');
}

function number({ measure, depth }: SweepRow, value: number | null): string {
  if (value === null) return measure === 'hitting-time' ? `> ${depth}` : '-';
  return measure === 'hitting-time' ? String(value) : value.toFixed(3).replace(/^-(0\.0+)$/, '$1');
}
