import { curveFigure, curveId } from './curves-section.js';
import { html, type Html } from './html.js';
import { marginsPlot } from './margins-plot.js';
import { pathsPlot } from './paths-plot.js';
import type { ClaimOutcome, RunDocument } from './run-document.js';
import { sightLinks } from './sight-links.js';

/** What a claim looks like: margins, evidence by draw, the curves that show it, and the nearest instance in the explorer. */
export function claimFigures(run: RunDocument, outcome: ClaimOutcome): Html {
  const { claim, witness } = outcome;
  const margins = run.margins.find((known) => known.claim === claim);
  const shown = run.curves.filter(({ claims }) => claims.includes(claim));
  const linked = run.sights.some((sight) => sight.claim === claim && sight.of === 'nearest');
  return html`<div class="panels">
      ${margins === undefined ? '' : marginsPlot(margins, outcome.kind)}${pathsPlot(outcome)}
      ${shown.map(
        (curve) =>
          html`<figure>
            ${curveFigure(curve)}<small><a href="#${curveId(curve)}">measured against predicted</a></small>
          </figure>`,
      )}
    </div>
    ${witness !== undefined && linked ? html`<p>The nearest: ${sightLinks(run, claim, 'nearest')}.</p>` : ''}`;
}
