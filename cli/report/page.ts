import { EXIT } from '../exit-codes.js';
import { ablationSection } from './ablation-section.js';
import { claimsSection } from './claims-section.js';
import { controlsSection } from './controls-section.js';
import { counterexamplesSection } from './counterexamples-section.js';
import { curvesSection } from './curves-section.js';
import { Html, html } from './html.js';
import { ledgerSection } from './ledger-section.js';
import { mapsSection } from './maps-section.js';
import { mutantsSection } from './mutants-section.js';
import type { RunDocument } from './run-document.js';
import { short } from './short.js';
import { SIGNS, standings } from './standing.js';
import { style } from './style.js';
import { usesSection } from './uses-section.js';

/** The gravest first. */
const ORDER = ['refuted', 'untrusted', 'vacuous', 'undecided', 'held'] as const;

/** The report on a run as one HTML page that needs nothing else: no network, no scripts. The same run gives the same bytes. */
export function reportPage(run: RunDocument): string {
  const { verify, claims } = run;
  const gating = verify.claims.filter(({ gates }) => gates);
  const worst = ORDER.find((verdict) => gating.some((claim) => claim.verdict === verdict)) ?? 'held';
  // A stored counterexample that still holds refutes too.
  const gravest = verify.exitCode === EXIT.refuted ? 'refuted' : worst;
  const counts = ORDER.flatMap((verdict) => {
    const found = verify.claims.filter((claim) => claim.verdict === verdict);
    const free = found.filter(({ gates }) => !gates).length;
    if (found.length === 0) return [];
    const note = free > 0 && verdict !== 'held' ? ` (${free} of them conjectured, where that is welcome)` : '';
    return [`${found.length} ${verdict}${note}`];
  });
  if (gravest === 'held') counts.reverse();
  const standing = standings(run);
  const { text: body } =
    html`${counterexamplesSection(run)}${claimsSection(run, standing)}${curvesSection(run)}${mapsSection(run)}${ablationSection(run)}${usesSection(run, standing)}${controlsSection(run)}${mutantsSection(run)}${ledgerSection(run)}`;
  // The sections that there are: a run of one claim has no graph.
  const parts = [...body.matchAll(/<section id="([^"]*)">\s*<h2>([^<]*)<\/h2>/g)].map(([, id = '', title = '']) => ({
    id,
    title,
  }));
  const { text } = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
        <title>Batch normalization decomposed: ${SIGNS[gravest]} ${gravest}</title>
        <style>
          ${new Html(style)}
        </style>
      </head>
      <body>
        <main>
          <h1>Batch normalization decomposed, checked</h1>
          <p class="verdict ${gravest}">${SIGNS[gravest]} ${counts.join(', ')} of ${verify.claims.length} claims</p>
          <p>
            Held means: not refuted in this domain, with this budget, while every negative control was refuted. It never
            means proved. Profile ${verify.profile}, seed ${JSON.stringify(verify.seed)}, budget ×${verify.effort},
            ${verify.evaluations} evaluations, error probability of the run ${short(verify.alpha)}; the suite has
            ${claims.length} claims. Exit code ${verify.exitCode}.
          </p>
          <nav aria-label="Parts of this page">
            ${parts.map(({ id, title }) => html`<a href="#${id}">${title}</a> `)}
          </nav>
          ${new Html(body)}
        </main>
      </body>
    </html> `;
  return text;
}
