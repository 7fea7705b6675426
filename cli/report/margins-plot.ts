import * as Plot from '@observablehq/plot';
import { columnPlot, nameInside } from './column-plot.js';
import { Html, html } from './html.js';
import { plotSvg } from './plot-svg.js';
import type { ClaimMargins, ClaimOutcome } from './run-document.js';

/** A bar of the histogram: a place for every bin between the outermost ones, the empty ones too. */
interface Bar {
  readonly clause: string;
  readonly from: number;
  readonly place: number;
  readonly count: number;
}

/** What is counted, and where its zero is. */
const MEANINGS: Readonly<Record<ClaimOutcome['kind'], string>> = {
  exact: 'cases by margin: the clause holds from 0 on, below only within its allowance',
  limit: 'cases by margin: the clause holds from 0 on, below only within its allowance',
  probable: 'draws by margin: the event happened from 0 on',
  law: 'observations, whose law the claim states',
  exists: 'configurations that the search looked at, by margin: a witness has no clause below 0',
};

/** Places between the negative margins, those of 0, and the positive ones. */
const BREAK = 2;

/** How often which margin came, a row a clause, on one axis of 1, 2, 5, 10, ... with 0 in the middle. */
export function marginsPlot({ clauses }: ClaimMargins, kind: ClaimOutcome['kind']): Html {
  const place = placing(clauses.flatMap(({ bins }) => bins.map(({ from }) => from)));
  const bars = clauses.flatMap(({ clause, bins }) =>
    bins.map(({ from, count }): Bar => ({ clause, from, count, place: place(from) })),
  );
  if (bars.length === 0) return html``;
  const places = bars.map((bar) => bar.place);
  const [first, last] = [Math.min(...places), Math.max(...places)];
  const ticks = [...new Map(bars.map((bar) => [bar.place, bar.from]))].toSorted(([a], [b]) => a - b);
  const shown = ticks.filter(([, from]) => from === 0 || isPower(from) || ticks.length <= 6);
  const stride = Math.ceil(shown.length / 6);
  const kept = new Map(shown.filter(([, from], k) => from === 0 || k % stride === 0));
  const svg = plotSvg('Margins by clause', {
    ...columnPlot,
    height: 34 + 40 * clauses.length,
    marginTop: 8,
    marginBottom: 24,
    x: {
      label: null,
      domain: [first - 1, last + 2],
      ticks: [...kept.keys()].map((at) => at + 0.5),
      tickFormat: (at: number) => written(kept.get(at - 0.5) ?? NaN),
      tickSize: 3,
    },
    y: { label: null, ticks: [Math.max(...bars.map(({ count }) => count))], tickFormat: 'd', tickSize: 0 },
    fy: { axis: null, padding: 0.25, domain: clauses.map(({ clause }) => clause) },
    marks: [
      Plot.rectY(bars, {
        fy: 'clause',
        x1: ({ place: at }: Bar) => at + 0.05,
        x2: ({ place: at }: Bar) => at + 0.95,
        y: 'count',
        fill: ({ from }: Bar) => (from < 0 && kind !== 'law' ? 'var(--undecided)' : 'var(--cluster)'),
      }),
      Plot.text(clauses, {
        fy: 'clause',
        text: 'clause',
        frameAnchor: 'top-left',
        dx: 4,
        dy: -6,
        ...nameInside,
      }),
    ],
  });
  const failed = clauses.filter((clause) => clause.failed > 0);
  return html`<figure>
    <figcaption>${clauses[0]?.count ?? 0} ${MEANINGS[kind]}</figcaption>
    ${new Html(svg)}
    ${failed.map(({ clause, failed: times, count }) => html`<small>“${clause}” below ${kind === 'exact' || kind === 'limit' ? 'its allowance' : '0'} ${times} times of ${count}. </small>`)}
  </figure>`;
}

/** Neighbouring bins side by side; one break on either side of 0, however far the margins are from it. */
function placing(edges: readonly number[]): (from: number) => number {
  const sizes = (sign: number): readonly number[] => edges.filter((x) => Math.sign(x) === sign).map((x) => rank(x));
  const [least, most] = [Math.min(...sizes(1)), Math.min(...sizes(-1))];
  return (from) => {
    if (from === 0) return 0;
    return from > 0 ? BREAK + rank(from) - least : -BREAK - (rank(from) - most);
  };
}

/** Consecutive whole numbers for 1, 2, 5, 10, 20, ... */
function rank(edge: number): number {
  const [lead = '1', exponent = '0'] = Math.abs(edge).toExponential().split('e');
  return 3 * Number(exponent) + ['1', '2', '5'].indexOf(lead);
}

function isPower(edge: number): boolean {
  return Math.abs(edge).toExponential().startsWith('1e');
}

function written(edge: number): string {
  const size = Math.abs(edge);
  const text = size !== 0 && (size < 0.01 || size >= 10_000) ? size.toExponential() : String(size);
  return `${edge < 0 ? '−' : ''}${text.replace('e+', 'e').replace('e-', 'e−')}`;
}
