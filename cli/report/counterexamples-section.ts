import { html, type Html } from './html.js';
import type { RunDocument } from './run-document.js';
import { short } from './short.js';

/** A card for each refuted claim: clause, margin, the instance, and the command that shows it again. */
export function counterexamplesSection(run: RunDocument): Html {
  const { verify } = run;
  const refuted = verify.claims.filter(({ verdict }) => verdict === 'refuted');
  if (refuted.length === 0 && verify.corpus.length === 0) return html``;
  return html`<section>
    <h2>Counterexamples</h2>
    ${refuted.map(
      ({ claim, because, counterexample: found, seed }) =>
        html`<article class="card">
          <h3><a href="#${claim}">${claim}</a></h3>
          <p>${because}</p>
          ${
            found === undefined
              ? ''
              : html`<p>
                    Clause “${found.clause}”: margin ${short(found.margin)} with an allowance of
                    ${short(found.allowance)}, after ${found.shrinks} shrinks.
                  </p>
                  <pre>${JSON.stringify(found.instance)}</pre>`
          }
          <p>Again: <code>npx bnd verify ${claim} --seed ${JSON.stringify(seed)} --effort ${verify.effort}</code></p>
        </article>`,
    )}${stored(run)}
  </section>`;
}

/** What became of the counterexamples that are kept in the repository. */
function stored({ verify }: RunDocument): Html {
  if (verify.corpus.length === 0) return html``;
  return html`<details>
    <summary>
      ${verify.corpus.length} stored counterexamples, ${verify.corpus.filter(({ status }) => status === 'open').length}
      open
    </summary>
    <div class="wide" tabindex="0" role="region" aria-label="Stored counterexamples">
      <table>
        <thead>
          <tr>
            <th scope="col">claim</th>
            <th scope="col">status</th>
            <th scope="col">file</th>
          </tr>
        </thead>
        <tbody>
          ${verify.corpus.map(
            ({ claim, status, because, file }) =>
              html`<tr>
                <th scope="row">${claim}</th>
                <td>${status}<br /><small>${because}</small></td>
                <td>${file}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </details>`;
}
