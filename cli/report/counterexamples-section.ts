import { htmlTable } from './html-table.js';
import { html, type Html } from './html.js';
import type { ClaimOutcome, RunDocument } from './run-document.js';
import { short } from './short.js';
import { sightLinks } from './sight-links.js';

/** A card for each refuted claim: clause, margin, the instance, the command that shows it again, and a way to look at it. */
export function counterexamplesSection(run: RunDocument): Html {
  const { verify } = run;
  const refuted = verify.claims.filter(({ verdict }) => verdict === 'refuted');
  if (refuted.length === 0 && verify.corpus.length === 0) return html``;
  return html`<section id="counterexamples">
    <h2>Counterexamples</h2>
    ${refuted.map(
      (outcome) =>
        html`<article class="card">
          <h3><a href="#${outcome.claim}">${outcome.claim}</a></h3>
          <p>${run.claims.find(({ id }) => id === outcome.claim)?.says ?? ''}</p>
          <p>
            Refuted:
            ${outcome.because}.${outcome.gates ? '' : ' It is a conjecture, to which counterexamples are welcome.'}
          </p>
          ${violation(outcome)}
          <p>
            Again:
            <code
              >npx bnd verify ${outcome.claim} --seed ${JSON.stringify(outcome.seed)} --effort ${verify.effort}</code
            >
          </p>
          ${outcome.counterexample === undefined ? '' : html`<p>To look at: ${sightLinks(run, outcome.claim, 'counterexample')}</p>`}
        </article>`,
    )}${stored(run)}
  </section>`;
}

function violation({ counterexample }: ClaimOutcome): Html {
  if (counterexample === undefined) return html``;
  const { clause, margin, allowance, shrinks, instance } = counterexample;
  return html`<p>
      Margin of “${clause}”: ${short(margin)} with an allowance of ${short(allowance)}, after ${shrinks} shrinks.
    </p>
    <pre>${JSON.stringify(instance)}</pre>`;
}

/** What became of the counterexamples that are kept in the repository. */
function stored(run: RunDocument): Html {
  const { corpus } = run.verify;
  if (corpus.length === 0) return html``;
  return html`<details>
    <summary>
      ${corpus.length} stored counterexamples, ${corpus.filter(({ status }) => status === 'open').length} open
    </summary>
    ${htmlTable(
      'Stored counterexamples',
      ['claim', 'status', 'to see it again', 'to look at'],
      corpus.map(({ claim, status, because, file }) => [
        claim,
        html`${status}<br /><small>${because}</small>`,
        html`<code>npx bnd replay ${file} --explain</code>`,
        sightLinks(run, claim, file),
      ]),
    )}
  </details>`;
}
