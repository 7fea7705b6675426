import * as Plot from '@observablehq/plot';
import type { Axis } from '../../src/sweep/grid.js';
import { type Measure, MEASURES } from '../../src/sweep/measures.js';
import { plotSvg } from '../report/plot-svg.js';
import type { SweepRow } from '../schemas/sweep.js';
import { facetsOf, heading, inOrder, rowsOf, shortened, valuesOf } from './axes.js';
import { stackSvg, STYLE } from './stack-svg.js';

/** From how many points on infinite width has an odd point, by stages: theorems recenter-relu/odd-point-begins-between-six-and-seven and contrasts/batch-norm-has-a-mild-odd-point-from-52. */
const THRESHOLDS: Readonly<Record<string, number>> = { 'recenter+relu': 7, 'recenter+rescale+relu': 52 };

const CELL = { width: 58, wide: 84, height: 15 };
const SCHEME = 'YlGnBu';

/** One cell of the drawing, in units of cells. */
interface Tile {
  readonly i: number;
  readonly j: number;
  readonly fx: string;
  readonly fy: string;
  readonly estimate: number;
  readonly undecided: boolean;
}

/**
 * A phase diagram: a probability over points (upwards) and another axis, and the numbers of points from which infinite width has
 * an odd point. A dot marks a cell whose interval holds 1/2: on which side of the boundary it lies is not decided.
 * @throws BadInput when the table has no such rows, or more than two other axes vary
 */
export function phase(table: readonly SweepRow[], measure: Measure, x: Axis): string {
  const rows = inOrder(rowsOf(table, measure), ['depth', 'width', 'points']);
  const [across, up] = [valuesOf(rows, x), valuesOf(rows, 'points')];
  const { common, labels } = shortened(x, across);
  const [first, second] = facetsOf(rows, [x, 'points'], 2);
  const facet = (axis: Axis | undefined, row: SweepRow): string => (axis === undefined ? '' : heading(axis, row[axis]));
  const tiles = rows.map((row): Tile => {
    const { estimate, lower, upper } = row;
    return {
      i: across.indexOf(row[x]),
      j: up.indexOf(row.points),
      fx: facet(first, row),
      fy: facet(second, row),
      estimate: estimate ?? NaN,
      undecided: (lower ?? 0) < 0.5 && (upper ?? 1) > 0.5,
    };
  });
  const thresholds = [
    ...new Set(rows.map((row) => `${row.stages}|${facet(first, row)}|${facet(second, row)}`)),
  ].flatMap((key) => {
    const [stages = '', fx = '', fy = ''] = key.split('|');
    const least = THRESHOLDS[stages];
    const above = up.findIndex((points) => typeof points === 'number' && least !== undefined && points >= least);
    return least === undefined || above < 1 || x === 'stages' ? [] : [{ fx, fy, y: above, label: `n = ${least}` }];
  });
  const columns = new Set(tiles.map(({ fx }) => fx)).size;
  const lines = new Set(tiles.map(({ fy }) => fy)).size;
  const every = Math.ceil(up.length / 32);
  const map = plotSvg(`${MEASURES[measure].says}, over points and ${x}`, {
    width: 90 + columns * (across.length * (x === 'stages' ? CELL.wide : CELL.width) + 14) + (lines > 1 ? 70 : 0),
    height: 70 + lines * (up.length * CELL.height + 14),
    marginLeft: 48,
    marginRight: lines > 1 ? 80 : 20,
    marginTop: 34,
    marginBottom: 36,
    style: STYLE,
    ...(first === undefined
      ? {}
      : { fx: { domain: [...new Set(tiles.map(({ fx }) => fx))], label: null, padding: 0.06 } }),
    ...(second === undefined
      ? {}
      : { fy: { domain: [...new Set(tiles.map(({ fy }) => fy))], label: null, padding: 0.04 } }),
    x: {
      domain: [0, across.length],
      ticks: across.map((_, i) => i + 0.5),
      tickFormat: (t: number) => labels[Math.floor(t)] ?? '',
      tickSize: 0,
      label: x === 'width' ? 'width d' : common,
      labelAnchor: 'center',
      labelArrow: 'none',
    },
    y: {
      domain: [0, up.length],
      ticks: up.flatMap((_, j) => (j % every === 0 ? [j + 0.5] : [])),
      tickFormat: (t: number) => String(up[Math.floor(t)] ?? ''),
      tickSize: 0,
      label: 'points n',
      labelAnchor: 'top',
      labelArrow: 'none',
    },
    color: { scheme: SCHEME, domain: [0, 1] },
    marks: [
      Plot.rect(tiles, {
        ...{ x1: 'i', x2: ({ i }: Tile) => i + 1, y1: 'j', y2: ({ j }: Tile) => j + 1, fill: 'estimate', inset: 0.5 },
        ...facetChannels(first, second),
      }),
      Plot.dot(
        tiles.filter(({ undecided }) => undecided),
        {
          ...{ x: ({ i }: Tile) => i + 0.5, y: ({ j }: Tile) => j + 0.5, r: 1.6, fill: '#d1495b' },
          ...facetChannels(first, second),
        },
      ),
      Plot.ruleY(thresholds, { y: 'y', stroke: '#d1495b', strokeWidth: 1.5, ...facetChannels(first, second) }),
      Plot.text(thresholds, {
        ...{
          x: across.length,
          y: 'y',
          text: 'label',
          fill: '#d1495b',
          fontWeight: 600,
          dy: 8,
          dx: -3,
          textAnchor: 'end',
        },
        ...{ stroke: 'white', strokeWidth: 3, ...facetChannels(first, second) },
      }),
    ],
  });
  return stackSvg(`Phase diagram of ${measure}`, [legend(measure), map]);
}

function facetChannels(first: Axis | undefined, second: Axis | undefined): { readonly fx?: 'fx'; readonly fy?: 'fy' } {
  return {
    ...(first === undefined ? {} : { fx: 'fx' as const }),
    ...(second === undefined ? {} : { fy: 'fy' as const }),
  };
}

/** What the colours mean. */
function legend(measure: Measure): string {
  const steps = Array.from({ length: 20 }, (_, k) => k / 20);
  return plotSvg(`From 0, light, to 1, dark`, {
    width: 420,
    height: 56,
    marginLeft: 48,
    marginRight: 130,
    marginTop: 22,
    marginBottom: 20,
    style: STYLE,
    x: { domain: [0, 1], ticks: [0, 0.25, 0.5, 0.75, 1], tickFormat: String, label: null, tickSize: 0 },
    y: { axis: null },
    color: { scheme: SCHEME, domain: [0, 1] },
    marks: [
      Plot.rect(steps, {
        x1: (t: number) => t,
        x2: (t: number) => t + 0.05,
        y1: 0,
        y2: 1,
        fill: (t: number) => t + 0.025,
      }),
      Plot.text([`probability of the ${measure.replace('-', ' ')}`], {
        frameAnchor: 'top-left',
        dy: -14,
        text: (t: string) => t,
      }),
      Plot.dot([0], { x: 1.08, y: 0.5, r: 1.6, fill: '#d1495b', clip: false }),
      Plot.text(['interval holds 1/2'], { x: 1.11, y: 0.5, textAnchor: 'start', text: (t: string) => t }),
    ],
  });
}
