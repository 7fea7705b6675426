import * as Plot from '@observablehq/plot';
import { twoBlockFixedPoint } from '../../src/limit/fixed-point.js';
import { stagesOf } from '../../src/network/layer.js';
import { recenterRelu } from '../../src/network/layers.js';
import { BadInput } from '../bad-input.js';
import type { SweepRow } from '../schemas/sweep.js';
import { facetsOf, heading, inOrder, rowsOf, valuesOf } from './axes.js';
import { curvesSvg } from './curves.js';

/** 1 - rho times n^2 for many points: theorem recenter-relu/cluster-angle-is-three-pi-over-n. */
const CONSTANT = 4.5 * Math.PI ** 2;
const LIMIT = '#d1495b';

/**
 * The gap 1 - cos inside the cluster over points, a curve for each value of another axis: medians with their intervals, the
 * gap at infinite width (crosses), and the line 9 pi^2/2 n^-2 that it tends to (dashed).
 * @throws BadInput when the table has no cluster cosines, or of other stages than recentering and ReLU
 */
export function clusterGap(table: readonly SweepRow[]): string {
  const rows = rowsOf(table, 'cluster-cosine');
  const other = rows.find(({ stages }) => stages !== 'recenter+relu');
  if (other !== undefined) {
    throw new BadInput(
      `plot: needs cluster cosines of the stages recenter+relu; came ${other.stages}. Sweep with stages=rc+relu.`,
    );
  }
  const [axis = 'width'] = facetsOf(rows, ['points'], 1);
  const points = valuesOf(rows, 'points').filter((value) => typeof value === 'number');
  return curvesSvg({
    name: 'The gap inside the cluster over the number of points',
    points: inOrder(rows, [axis, 'points']).map((row) => ({
      at: row.points,
      estimate: row.estimate === null ? NaN : 1 - row.estimate,
      lower: 1 - (row.upper ?? 1),
      upper: 1 - (row.lower ?? -1),
      open: false,
      curve: heading(axis, row[axis]),
      column: '',
    })),
    x: 'points n',
    y: '1 − cosine inside the cluster',
    yTicks: [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1],
    behind: [
      Plot.line([points[0] ?? 7, points.at(-1) ?? 64], {
        ...{ x: (n: number) => n, y: (n: number) => CONSTANT / (n * n), stroke: LIMIT, strokeDasharray: '5 4' },
        strokeWidth: 1.5,
      }),
      Plot.dot(limits(points), { x: 'points', y: 'gap', symbol: 'times', stroke: LIMIT, r: 4, strokeWidth: 1.8 }),
    ],
    legend: [
      { text: '× infinite width', colour: LIMIT },
      { text: '- - 9π²/2 n⁻²', colour: LIMIT },
    ],
  });
}

/** 1 - rho(n), where there is an odd-point state. */
function limits(points: readonly number[]): readonly { readonly points: number; readonly gap: number }[] {
  return points.flatMap((n) => {
    const state = twoBlockFixedPoint(stagesOf(recenterRelu), n);
    return state.kind === 'two-block' ? [{ points: n, gap: state.clusterGap }] : [];
  });
}
