import * as Plot from '@observablehq/plot';
import { columnPlot, nameInside } from './column-plot.js';
import { Html, html } from './html.js';
import { plotSvg } from './plot-svg.js';
import type { ClaimOutcome } from './run-document.js';

/** A point of an e-process: which test, which of its two sides. */
interface Step {
  readonly use: string;
  readonly draws: number;
  readonly value: number;
}

/** Below this an e-value says the same, and would flatten the rest of the plot. */
const FLOOR = -4;

/** How the evidence moved in each test of a probable claim, and what it had to reach to refute or to certify. */
export function pathsPlot({ tests }: ClaimOutcome): Html {
  const walked = tests.flatMap(({ use, path }) => (path === undefined || path.steps.length < 2 ? [] : [{ use, path }]));
  if (walked.length === 0) return html``;
  const side = (of: 'refuting' | 'certifying'): readonly Step[] =>
    walked.flatMap(({ use, path }) =>
      path.steps.flatMap((step) => {
        const value = step[of];
        return value === null ? [] : [{ use, draws: step.draws, value: Math.max(FLOOR, value) }];
      }),
    );
  const [refuting, certifying] = [side('refuting'), side('certifying')];
  const thresholds = walked.flatMap(({ use, path: { refuteAt, certifyAt } }) => [
    ...(refuteAt === null ? [] : [{ use, value: refuteAt, colour: 'var(--refuted)' }]),
    ...(certifyAt === null ? [] : [{ use, value: certifyAt, colour: 'var(--held)' }]),
  ]);
  const uses = walked.map(({ use }) => use);
  const highest = Math.max(...[...refuting, ...certifying, ...thresholds].map(({ value }) => value));
  const svg = plotSvg('Evidence by draw', {
    ...columnPlot,
    height: 44 + 92 * uses.length,
    marginTop: 10,
    marginBottom: 36,
    x: { label: 'draws', ticks: 5 },
    y: { label: null, domain: [FLOOR, highest + 1], ticks: 4, grid: true },
    fy: { axis: null, domain: uses, padding: 0.18 },
    marks: [
      Plot.ruleY(thresholds, { fy: 'use', y: 'value', stroke: 'colour', strokeDasharray: '5 4' }),
      Plot.line(refuting, { fy: 'use', x: 'draws', y: 'value', stroke: 'var(--refuted)', strokeWidth: 1.6 }),
      Plot.line(certifying, { fy: 'use', x: 'draws', y: 'value', stroke: 'var(--held)', strokeWidth: 1.6 }),
      Plot.text(uses, {
        fy: (use: string) => use,
        text: (use: string) => use,
        frameAnchor: 'bottom-right',
        dx: -4,
        dy: -4,
        ...nameInside,
      }),
    ],
  });
  return html`<figure>
    <figcaption>
      Evidence by draw, log₁₀ of the e-value: <b class="refuted">to refute</b> and <b class="held">to certify</b>;
      dashed, what decides
    </figcaption>
    ${new Html(svg)}
  </figure>`;
}
