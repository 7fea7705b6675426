import type { Axis } from '../../src/sweep/grid.js';
import type { SweepRow } from '../schemas/sweep.js';
import { facetsOf, heading, inOrder, rowsOf } from './axes.js';
import { curvesSvg } from './curves.js';

/**
 * Median hitting times over points, width or depth, a curve for each value of another axis. A bar is the interval; one
 * with an arrow has no upper end within the depth of the network. Medians beyond the depth are not drawn.
 * @throws BadInput when the table has no hitting times, or more than two other axes vary
 */
export function hittingTime(table: readonly SweepRow[], x: 'points' | 'width' | 'depth'): string {
  const rows = rowsOf(table, 'hitting-time');
  const { curve, column } = rolesOf(facetsOf(rows, [x], 2));
  const drawn = inOrder(
    rows,
    [column, curve, x].filter((axis) => axis !== undefined),
  );
  return curvesSvg({
    name: `Median hitting time over ${x}`,
    points: drawn.map((row) => ({
      at: row[x],
      estimate: row.estimate ?? NaN,
      lower: Math.max(1, row.lower ?? row.depth),
      upper: row.upper ?? row.depth,
      open: row.upper === null,
      curve: curve === undefined ? 'median' : heading(curve, row[curve]),
      column: column === undefined ? '' : heading(column, row[column]),
    })),
    x: x === 'points' ? 'points n' : x === 'width' ? 'width d' : x,
    y: 'median of the first layer with an odd point',
    yTicks: [2, 5, 10, 20, 50, 100, 200, 500, 1000],
  });
}

/** Which axis tells curves apart, and which panels: stages make panels, if there is another to tell curves apart. */
function rolesOf(varying: readonly Axis[]): { readonly curve: Axis | undefined; readonly column: Axis | undefined } {
  const curve = varying.find((axis) => axis !== 'stages') ?? varying[0];
  return { curve, column: varying.find((axis) => axis !== curve) };
}
