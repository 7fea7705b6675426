import { claimFigures } from './claim-figures.js';
import { formula } from './formula.js';
import { html, type Html, type Piece } from './html.js';
import type { ClaimOutcome, RunDocument, StatedClaim } from './run-document.js';
import { short } from './short.js';
import { SIGNS, type Standings } from './standing.js';

/** The claims by chapter: how each stands, on what grounds, where it was tried, what refutes it, and how near it came. */
export function claimsSection(run: RunDocument, standings: Standings): Html {
  const outcomes = new Map(run.verify.claims.map((outcome) => [outcome.claim, outcome]));
  const shown = run.claims.filter(({ id }) => outcomes.has(id));
  const chapters = [...new Set(shown.map(({ id }) => chapterOf(id)))].toSorted();
  return html`<section id="claims">
    <h2>Claims</h2>
    ${chapters.map(
      (chapter) =>
        html`<div class="wide" tabindex="0" role="region" aria-label="${chapter}, claims">
          <table class="claims">
            <caption>
              ${chapter}
            </caption>
            <thead>
              <tr>
                <th scope="col">claim</th>
                <th scope="col">verdict</th>
                <th scope="col">status, source</th>
                <th scope="col">domain</th>
                <th scope="col">evidence</th>
                <th scope="col">controls refuted</th>
                <th scope="col">slack used</th>
              </tr>
            </thead>
            <tbody>
              ${shown.filter(({ id }) => chapterOf(id) === chapter).map((claim) => row(run, claim, outcomes.get(claim.id), standings))}
            </tbody>
          </table>
        </div>`,
    )}
  </section>`;
}

function chapterOf(id: string): string {
  return id.split('/')[0] ?? '';
}

function row(run: RunDocument, claim: StatedClaim, outcome: ClaimOutcome | undefined, standings: Standings): Html {
  if (outcome === undefined) return html``;
  const { verdict, breaks, tightest, cases, evaluations } = outcome;
  const weak = standings.weak(claim.id);
  const fallen = breaks.filter(({ refuted }) => refuted);
  const most = Math.max(0, ...fallen.map((control) => control.evaluations));
  const cell = (label: string, kind: string, content: Piece): Html =>
    html`<td class="${kind}" data-label="${label}">${content}</td>`;
  return html`<tr id="${claim.id}">
      <th scope="row">${claim.id.split('/')[1] ?? ''}</th>
      ${cell('verdict', verdict, html`${SIGNS[verdict]} ${verdict}${weak.length > 0 ? html`, but rests on ${links(weak)}` : ''}`)}
      ${cell('status, source', '', html`${claim.status}<br /><small>${claim.source.kind}: ${claim.source.cite}</small>${claim.certified.map(certificate)}`)}
      ${cell('domain', '', html`<small>${claim.assumes.join('; ') || 'no hypotheses'}</small>`)}
      ${cell('evidence', '', html`${claim.kind}<br /><small>${cases} cases, ${evaluations} evaluations</small>`)}
      ${cell('controls refuted', '', breaks.length === 0 ? '–' : html`${fallen.length} of ${breaks.length}<br /><small>the slowest after ${most} evaluations</small>`)}
      ${cell('slack used', '', tightest === undefined ? '–' : html`${short(tightest.share)}<br /><small>${tightest.clause}: margin ${short(tightest.margin)}${tightest.allowance === 0 ? '' : `, allowed −${short(tightest.allowance)}`}</small>`)}
    </tr>
    <tr>
      <td colspan="7" class="more">${details(run, claim, outcome)}</td>
    </tr>`;
}

function certificate({ digest, statement }: StatedClaim['certified'][number]): Html {
  return html`<br /><small title="${statement}">certified: ${digest}</small>`;
}

function details(run: RunDocument, claim: StatedClaim, outcome: ClaimOutcome): Html {
  const { because, regimes, tests, estimate, witness, survives, warnings } = outcome;
  return html`<details>
    <summary>${claim.says}</summary>
    <div class="formula" tabindex="0" role="region" aria-label="Formula">${formula(claim.formula)}</div>
    <p>${because}</p>
    ${estimate === undefined ? '' : html`<p>${estimate.passes} of ${estimate.draws} draws; the probability is in [${short(estimate.lower)}, ${short(estimate.upper)}] but for ${short(estimate.level)}.</p>`}
    ${claim.uses.length === 0 ? '' : html`<p>Uses ${links(claim.uses)}.</p>`}
    ${
      regimes.length === 0
        ? ''
        : html`<p>
            Regimes:
            ${regimes.map(({ name, visits, decision }, k) => `${k > 0 ? '; ' : ''}${name}, ${visits} visits, rate ${decision}`)}.
          </p>`
    }
    ${survives.length === 0 ? '' : html`<p>Also holds under: ${survives.map(({ name }) => name).join(', ')}.</p>`}
    ${
      tests.length === 0
        ? ''
        : html`<ul>
            ${tests.map(({ use, decision, draws, happened }) => html`<li>${use}: ${decision} after ${draws} draws${happened === undefined ? '' : `, ${happened} times so`}</li>`)}
          </ul>`
    }
    ${witness === undefined ? '' : html`<p>${outcome.kind === 'exists' && outcome.verdict === 'held' ? 'Witness' : outcome.kind === 'exists' ? 'Nearest to a witness' : 'Nearest to a violation'}: <code>${cut(JSON.stringify(witness.instance))}</code></p>`}
    ${warnings.map((warning) => html`<p class="warning">${warning}</p>`)}${claimFigures(run, outcome)}
  </details>`;
}

/** Instances of thousands of numbers are in run.json. */
function cut(text: string): string {
  return text.length <= 400 ? text : `${text.slice(0, 400)} …`;
}

function links(ids: readonly string[]): readonly Html[] {
  return ids.map((id, k) => html`${k > 0 ? ', ' : ''}<a href="#${id}">${id}</a>`);
}
