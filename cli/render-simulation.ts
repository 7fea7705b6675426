import sparkly from 'sparkly';
import type { LayerReport, SimulateReport } from './schemas/simulate.js';
import { type Column, table } from './table.js';

/** On a narrow screen the plain measures stay longest. */
const COLUMNS: readonly Column[] = [
  { head: 'layer' },
  { head: 'odd' },
  { head: 'norm ratio' },
  { head: 'cluster cos min', rank: 4 },
  { head: 'cluster cos mean' },
  { head: 'cross cos max', rank: 5 },
  { head: 'cross cos mean', rank: 3 },
  { head: 'gap', rank: 2 },
  { head: 'rank', rank: 1 },
  { head: 'stable rank', rank: 1 },
].map((column) => ({ ...column, align: 'right' as const }));

/** Characters of a sparkline. */
const CURVE = 40;

/** The report as a person reads it. */
export function simulationPage({ config, layers }: SimulateReport): string {
  const rows = layers.map((row) => {
    const { clusterCosine, crossCosine } = row;
    const measures = [row.normRatio, clusterCosine.min, clusterCosine.mean, crossCosine.max, crossCosine.mean];
    const measured = [...measures, row.orthogonalityGap].map(fixed);
    const odd = row.oddPoint < 0 ? '-' : String(row.oddPoint);
    return [String(row.layer), odd, ...measured, whole(row.rank), fixed(row.stableRank)];
  });
  const { points, width, depth, stages, weights, data, seed, engine } = config;
  const last = layers.at(-1);
  const warning =
    last !== undefined && last.degenerate !== 'none' ? `\nThe batch ends degenerate: ${last.degenerate}.` : '';
  const what = stages.join(', ');
  const kind =
    width === null ? `infinite width: ${what}` : `width ${width}: ${what}; ${weights} weights, ${engine} engine`;
  return [
    `${points} points (${data}), ${depth} layers of ${kind}, seed ${JSON.stringify(seed)}`,
    table(COLUMNS, rows),
    curve('norm ratio', layers, ({ normRatio }) => normRatio),
    curve('cluster cosine mean', layers, ({ clusterCosine }) => clusterCosine.mean),
    curve('cross cosine mean', layers, ({ crossCosine }) => crossCosine.mean) + warning,
  ].join('\n');
}

/** A sparkline over depth, of so many layers as fit on a line, with the values at both ends. */
function curve(title: string, layers: readonly LayerReport[], of: (row: LayerReport) => number | null): string {
  const values = layers.map(of).filter((value) => value !== null);
  const finite = values.filter(Number.isFinite);
  const step = Math.ceil(finite.length / CURVE);
  const shown = finite.filter((_, i) => i % step === 0 || i === finite.length - 1);
  const ends =
    shown.length === 0 ? 'undefined' : `${fixed(finite[0] ?? NaN)} → ${fixed(finite[finite.length - 1] ?? NaN)}`;
  return `${title.padEnd(20)} ${sparkly(shown)}  ${ends}`;
}

/** A count, where there is one. */
function whole(x: number | null): string {
  return x === null || Number.isNaN(x) ? '-' : String(x);
}

/** Four decimals; large numbers by their leading digits, and no sign on a zero. */
function fixed(x: number | null): string {
  if (x === null || Number.isNaN(x)) return '-';
  return Math.abs(x) >= 1e6 ? x.toExponential(4) : x.toFixed(4).replace(/^-(0\.0+)$/, '$1');
}
