import { html, type Html } from './html.js';
import { htmlTable } from './html-table.js';
import { type KillMatrix, killersOf, signsOf, triedOn } from './kill-matrix.js';
import type { RunDocument } from './run-document.js';

/** Which claims fall when something is wrong with the simulator: the kill matrix as it was measured last. Nothing where there is none. */
export function mutantsSection({ mutants }: Pick<RunDocument, 'mutants'>): Html {
  if (mutants === undefined) return html``;
  const { matrix, theory } = mutants;
  const alive = matrix.mutants.filter((row) => killersOf(matrix, row).length === 0).length;
  const stale = theory !== null && matrix.mutants.some((row) => row.theory !== theory);
  return html`<section id="mutants">
    <h2>Mutants</h2>
    <p>
      Faults planted one at a time in a copy of the simulator, and the claims whose verdict fell: ${alive} of
      ${matrix.mutants.length} survive. Not of this run: measured by npm run mutants at the profile ${matrix.profile},
      seed ${matrix.seed}, on the theory ${matrix.theory}.
      ${stale ? html`<b>The theory has changed since: it is now ${theory}.</b>` : ''} Claims of ${matrix.cheapBelow} s
      or more were run only on few: an empty cell says nothing.
    </p>
    ${faults(matrix)}${cells(matrix)}
  </section>`;
}

function faults(matrix: KillMatrix): Html {
  return htmlTable(
    'Faults of the simulator',
    ['number', 'mutant', 'what is wrong', 'killed by', 'expected'],
    matrix.mutants.map((row, k) => {
      const killers = killersOf(matrix, row);
      return [
        `${k + 1}`,
        row.name,
        row.wrong,
        killers.length === 0
          ? html`<span class="untrusted">survives</span>`
          : `${killers.length} of ${triedOn(matrix, row).length}`,
        row.expected.map(
          (claim) =>
            html`<span class="${killers.includes(claim) ? 'held' : 'untrusted'}"
                >${killers.includes(claim) ? '✗' : 'survives'} ${claim}</span
              ><br />`,
        ),
      ] as const;
    }),
  );
}

function cells(matrix: KillMatrix): Html {
  const signs = matrix.mutants.map((row) => signsOf(matrix, row));
  return html`<details>
    <summary>The matrix: ✗ kills, ? undecided or given up, · no difference, empty: not tried</summary>
    ${htmlTable(
      'Kill matrix',
      ['claim', ...matrix.mutants.map((_, k) => `${k + 1}`)],
      matrix.honest.map((honest) => [honest.claim, ...signs.map((sign) => sign(honest))] as const),
    )}
  </details>`;
}
