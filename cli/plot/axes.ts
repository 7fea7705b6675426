import { AXES, type Axis } from '../../src/sweep/grid.js';
import { BadInput } from '../bad-input.js';
import type { Measure } from '../../src/sweep/measures.js';
import type { SweepRow } from '../schemas/sweep.js';

/** The rows of one measure. @throws BadInput when there are none */
export function rowsOf(rows: readonly SweepRow[], measure: Measure): readonly SweepRow[] {
  const found = rows.filter((row) => row.measure === measure);
  if (found.length > 0) return found;
  const there = [...new Set(rows.map((row) => row.measure))].join(', ');
  throw new BadInput(`plot: needs rows of the measure ${measure}; came ${there}. Sweep with --measure ${measure}.`);
}

/** The values of an axis in a table, numbers in their order, names as they came. */
export function valuesOf(rows: readonly SweepRow[], axis: Axis): readonly (number | string)[] {
  const values = [...new Set(rows.map((row) => row[axis]))];
  return values.every((value) => typeof value === 'number') ? values.toSorted((a, b) => a - b) : values;
}

/** The rows by the values of axes, the first of which is the slowest. */
export function inOrder(rows: readonly SweepRow[], axes: readonly Axis[]): readonly SweepRow[] {
  const places = axes.map((axis) => new Map(valuesOf(rows, axis).map((value, place) => [value, place])));
  const place = (row: SweepRow, k: number, axis: Axis): number => places[k]?.get(row[axis]) ?? 0;
  return rows.toSorted((a, b) =>
    axes.reduce((order, axis, k) => (order === 0 ? place(a, k, axis) - place(b, k, axis) : order), 0),
  );
}

/** Axes other than those drawn that have more than one value. @throws BadInput when there are more than `most` */
export function facetsOf(rows: readonly SweepRow[], drawn: readonly Axis[], most: number): readonly Axis[] {
  const varying = AXES.filter((axis) => !drawn.includes(axis) && valuesOf(rows, axis).length > 1);
  if (varying.length <= most) return varying;
  throw new BadInput(
    `plot: needs a table in which at most ${most} axes but ${drawn.join(' and ')} vary; came ${varying.join(', ')}. Sweep fewer, or draw another --x.`,
  );
}

const NAMES: Readonly<Record<string, string>> = {
  recenter: 'RC',
  rescale: 'RS',
  relu: 'ReLU',
  silu: 'SiLU',
  gelu: 'GELU',
};

/** A value as a heading: `RC + RS + ReLU`, `width 64`. */
export function heading(axis: Axis, value: number | string): string {
  return axis === 'stages' ? pieces(value).join(' + ') : `${axis} ${value}`;
}

/** What tells values of an axis apart, and for stages what they begin with: `RC + RS + ...` and `ReLU`, `tanh`. */
export function shortened(
  axis: Axis,
  values: readonly (number | string)[],
): { readonly common: string; readonly labels: readonly string[] } {
  if (axis !== 'stages') return { common: axis, labels: values.map(String) };
  const all = values.map(pieces);
  const [first = []] = all;
  const differs = first.findIndex((name, k) => all.some((others) => others[k] !== name));
  const same = differs < 0 ? 0 : differs;
  return {
    common: [...first.slice(0, same), '…'].join(' + '),
    labels: all.map((names) => names.slice(same).join(' + ')),
  };
}

function pieces(value: number | string): readonly string[] {
  return String(value)
    .split('+')
    .map((name) => NAMES[name] ?? name);
}
