import { html, type Html } from './html.js';
import type { RunDocument } from './run-document.js';
import { short } from './short.js';

/** How the error probability of the run is divided. */
export function ledgerSection({ verify }: RunDocument): Html {
  if (verify.ledger === undefined) return html``;
  const { alpha, entries } = verify.ledger;
  const byClaim = new Map<string, { uses: number; alpha: number }>();
  for (const entry of entries) {
    const known = byClaim.get(entry.claim) ?? { uses: 0, alpha: 0 };
    byClaim.set(entry.claim, { uses: known.uses + 1, alpha: known.alpha + entry.alpha });
  }
  return html`<section>
    <h2>Error probability</h2>
    <p>
      With probability 1 − ${short(alpha)} no true statistical claim is refuted, and no false one certified. Each claim
      of the suite has its part, whichever of them run.
    </p>
    <details>
      <summary>${byClaim.size} claims spend it on ${entries.length} uses</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">claim</th>
            <th scope="col">uses</th>
            <th scope="col">part</th>
          </tr>
        </thead>
        <tbody>
          ${[...byClaim].map(
            ([claim, { uses, alpha: part }]) =>
              html`<tr>
                <th scope="row">${claim}</th>
                <td>${uses}</td>
                <td>${short(part)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </details>
  </section>`;
}
