import { htmlTable } from './html-table.js';
import { html, type Html } from './html.js';
import type { RunDocument } from './run-document.js';
import { short } from './short.js';

/** How the error probability of the run is divided. */
export function ledgerSection({ verify }: RunDocument): Html {
  if (verify.ledger === undefined) return html``;
  const { alpha, entries } = verify.ledger;
  const claims = [...new Set(entries.map(({ claim }) => claim))].map((claim) => {
    const uses = entries.filter((entry) => entry.claim === claim);
    return { claim, uses, part: uses.reduce((sum, use) => sum + use.alpha, 0) };
  });
  return html`<section id="ledger">
    <h2>Error probability</h2>
    <p>
      With probability 1 − ${short(alpha)} no true statistical claim is refuted, and no false one certified. Each claim
      of the suite has its part, whichever of them run.
    </p>
    <details>
      <summary>${claims.length} claims spend it on ${entries.length} uses</summary>
      ${htmlTable(
        'Error probability by claim',
        ['claim', 'part', 'spent on'],
        claims.map(({ claim, uses, part }) => [
          claim,
          short(part),
          html`<small>${uses.map(({ use, alpha: each }) => `${use} ${short(each)}`).join('; ')}</small>`,
        ]),
      )}
    </details>
  </section>`;
}
