import * as Plot from '@observablehq/plot';
import { plotSvg } from '../report/plot-svg.js';
import { stackSvg, STYLE } from './stack-svg.js';

/** One estimate with its interval. */
export interface CurvePoint {
  readonly at: number;
  /** NaN: not drawn, only its interval. All of them positive: the scales are logarithmic. */
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
  /** True when the interval has no upper end. */
  readonly open: boolean;
  readonly curve: string;
  readonly column: string;
}

/** What is drawn apart from the curves, and how. */
export interface Curves {
  readonly name: string;
  readonly points: readonly CurvePoint[];
  readonly x: string;
  readonly y: string;
  readonly yTicks: readonly number[];
  /** Marks behind the curves, with their lines in the list of curves. */
  readonly behind?: readonly Plot.Markish[];
  readonly legend?: readonly { readonly text: string; readonly colour: string }[];
}

/** From dark to light, none of them so light that a thin line vanishes. */
const COLOURS = ['#30123b', '#3e62d8', '#1498a8', '#4f9d2f', '#c98a00', '#d9531e', '#8e1b6b', '#555555'];
/** Beside each other rather than on top: neighbouring curves are so far apart, as a part of where they are. */
const APART = 0.012;
const PANEL = { width: 520, height: 330 };
const MARGIN = { left: 52, right: 130, top: 44, bottom: 40 };

/** Curves with intervals on logarithmic scales, a panel for each column, and their names on the right. An SVG document. */
export function curvesSvg({ name, points, x, y, yTicks, behind = [], legend = [] }: Curves): string {
  const curves = [...new Set(points.map(({ curve }) => curve))];
  const columns = [...new Set(points.map(({ column }) => column))];
  const colourOf = (curve: string): string => COLOURS[curves.indexOf(curve) % COLOURS.length] ?? 'black';
  const fx = columns.length > 1 ? { fx: 'column' } : {};
  const ticks = [...new Set(points.map(({ at }) => at))].toSorted((a, b) => a - b);
  const every = Math.ceil(ticks.length / 12);
  const shifted = points.map((point) => {
    const shift = curves.indexOf(point.curve) - (curves.length - 1) / 2;
    return { ...point, at: point.at * (1 + APART * shift), colour: colourOf(point.curve) };
  });
  const seen = shifted.filter(({ estimate }) => !Number.isNaN(estimate));
  const intervals = shifted.filter(({ lower, upper }) => lower < upper);
  const ends = intervals.concat(seen).flatMap(({ lower, upper, estimate }) => [lower, upper, estimate]);
  const positive = ends.filter((end) => end > 0);
  const extent = [Math.min(...positive) / 1.2, Math.max(...positive) * 1.2] as const;
  const inside = yTicks.filter((tick) => tick >= extent[0] && tick <= extent[1]);
  const entries = [...curves.map((curve) => ({ text: curve, colour: colourOf(curve) })), ...legend];
  const svg = plotSvg(name, {
    width: MARGIN.left + MARGIN.right + PANEL.width * (1 + 0.7 * (columns.length - 1)),
    height: MARGIN.top + MARGIN.bottom + PANEL.height,
    marginLeft: MARGIN.left,
    marginRight: MARGIN.right,
    marginTop: MARGIN.top,
    marginBottom: MARGIN.bottom,
    style: STYLE,
    x: { type: 'log' },
    y: { type: 'log', domain: extent },
    ...(columns.length > 1 ? { fx: { domain: columns, label: null } } : {}),
    marks: [
      Plot.axisX(
        ticks.filter((_, i) => i % every === 0),
        { text: String, label: x, labelAnchor: 'center', labelArrow: 'none' }, // a tickFormat would leave out some
      ),
      Plot.axisY(inside, { text: String, tickSize: 0, label: null }),
      Plot.gridY(inside),
      ...behind,
      Plot.link(intervals, {
        ...{ x1: 'at', x2: 'at', y1: 'lower', y2: 'upper', stroke: 'colour', strokeOpacity: 0.3, strokeWidth: 4 },
        ...{ strokeLinecap: 'butt', ...fx },
      }),
      Plot.text(
        intervals.filter(({ open }) => open),
        { x: 'at', y: 'upper', text: () => '↑', fill: 'colour', dy: -6, ...fx },
      ),
      Plot.line(seen, { x: 'at', y: 'estimate', z: 'curve', stroke: 'colour', strokeWidth: 1.8, ...fx }),
      Plot.dot(seen, { x: 'at', y: 'estimate', fill: 'colour', r: 2.6, ...fx }),
      Plot.text([y], { frameAnchor: 'top-left', dx: -40, dy: -36, text: String, facet: 'super' }),
      ...entries.map(({ text, colour }, k) =>
        Plot.text([text], {
          ...{ frameAnchor: 'top-right', textAnchor: 'start', dx: 16, dy: 18 * k, text: String },
          ...{ fill: colour, fontWeight: 600, facet: 'super' },
        }),
      ),
    ],
  });
  return stackSvg(name, [svg]);
}
