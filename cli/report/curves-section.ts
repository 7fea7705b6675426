import * as Plot from '@observablehq/plot';
import { Html, html } from './html.js';
import { plotSvg } from './plot-svg.js';
import type { Curve, RunDocument } from './run-document.js';

type Colour = 'cluster' | 'negative' | 'cross' | 'ink';

/** Of the first, second and third measured series. */
const COLOURS: readonly Colour[] = ['cluster', 'negative', 'cross'];

/** A point of a series, with how it is drawn. */
interface Dot {
  readonly x: number;
  readonly y: number;
  readonly series: string;
  readonly colour: string;
}

/** The id of the figure of a curve. */
export function curveId({ name }: Curve): string {
  return `curve-${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`;
}

/** What the theory predicts, as lines, and what networks did, as dots. */
export function curvesSection({ curves, verify }: RunDocument): Html {
  if (curves.length === 0) return html``;
  const run = new Set(verify.claims.map(({ claim }) => claim));
  return html`<section id="curves">
    <h2>Measured against predicted</h2>
    <p>
      Lines: infinite width and closed forms. Dashed: asymptotes. Dots: computed in this run from seed
      ${JSON.stringify(verify.seed)}.
    </p>
    <div class="panels broad">
      ${curves.map(
        (curve) =>
          html`<figure id="${curveId(curve)}">
            ${curveFigure(curve)}
            <small
              >${curve.says}
              ${curve.claims.map((id, k) => html`${k > 0 ? ', ' : ' Claims: '}${run.has(id) ? html`<a href="#${id}">${id}</a>` : id}`)}.</small
            >
          </figure>`,
      )}
    </div>
  </section>`;
}

/** The plot of a curve under its name, with its key. */
export function curveFigure(curve: Curve): Html {
  const known = figures.get(curve);
  if (known !== undefined) return known;
  const figure = html`<figcaption>${curve.name}</figcaption>
    ${new Html(curvePlot(curve))}${legend(curve)}`;
  figures.set(curve, figure);
  return figure;
}

/** Drawn once, shown in the section and with each of its claims. */
const figures = new WeakMap<Curve, Html>();

/** A series with its colour: predictions in ink, unless there is one for each measured series. */
interface Drawn {
  readonly series: Curve['series'][number];
  readonly colour: Colour;
}

function drawn({ series }: Curve): readonly Drawn[] {
  const of = (kind: string): Curve['series'] => series.filter((one) => one.kind === kind);
  const [measured, predicted] = [of('measured'), of('predicted')];
  const paired = predicted.length === measured.length && predicted.length > 1;
  const colourOf = (k: number): Colour => COLOURS[k % COLOURS.length] ?? 'ink';
  return [
    ...of('asymptote').map((one): Drawn => ({ series: one, colour: 'ink' })),
    ...predicted.map((one, k): Drawn => ({ series: one, colour: paired ? colourOf(k) : 'ink' })),
    ...measured.map((one, k): Drawn => ({ series: one, colour: colourOf(k) })),
  ];
}

const STROKES = { predicted: '──', asymptote: '╌╌', measured: '●' } as const;

function legend(curve: Curve): Html {
  const all = drawn(curve);
  const paired = all.some(({ series, colour }) => series.kind === 'predicted' && colour !== 'ink');
  // Predictions in the colours of what was measured need no names.
  const keys = all
    .filter(({ series }) => !(paired && series.kind === 'predicted'))
    .map(({ series: { name, kind }, colour }) => html`<span class="${colour}">${STROKES[kind]} ${name}</span> `);
  return html`<p class="legend">${paired ? `${STROKES.predicted} predicted ` : ''}${keys}</p>`;
}

function curvePlot(curve: Curve): string {
  const { name, x, y } = curve;
  const dots = (kind: string): readonly Dot[] =>
    drawn(curve)
      .filter(({ series }) => series.kind === kind)
      .flatMap(({ series, colour }) =>
        series.points
          .filter(([, value]) => y.scale === 'linear' || value > 0)
          .map(([at, value]) => ({ x: at, y: value, series: series.name, colour: `var(--${colour})` })),
      );
  const line = { x: 'x', y: 'y', z: 'series', stroke: 'colour' };
  return plotSvg(name, {
    width: 380,
    height: 250,
    marginLeft: 48,
    marginRight: 16,
    marginTop: 24,
    marginBottom: 34,
    style: { fontSize: '11px' },
    x: { label: x.label, type: x.scale, ticks: 5, ...(x.scale === 'log' ? { tickFormat: plain } : {}) },
    y: { label: y.label, type: y.scale, grid: true, ticks: 5, ...(y.scale === 'log' ? { tickFormat: power } : {}) },
    color: { type: 'identity' },
    marks: [
      Plot.line(dots('asymptote'), { ...line, strokeDasharray: '5 4', strokeOpacity: 0.7 }),
      Plot.line(dots('predicted'), { ...line, strokeWidth: 1.5 }),
      Plot.dot(dots('measured'), { x: 'x', y: 'y', fill: 'colour', r: 2.6 }),
    ],
  });
}

/** A tick of a logarithmic axis over a decade or two. */
function plain(value: number): string {
  return String(value);
}

/** A tick of a logarithmic axis over many decades. */
function power(value: number): string {
  return value >= 0.01 && value < 10_000 ? String(value) : value.toExponential().replace('e-', 'e−').replace('e+', 'e');
}
