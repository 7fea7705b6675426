import { html, type Html } from './html.js';
import type { RunDocument } from './run-document.js';

/** Controls with a column of their own, those of the most claims; the others of a claim stand together in the last. */
const COLUMNS = 7;

/** Which change refutes which claim, and after how many evaluations: each number is the cost of seeing the difference. */
export function controlsSection({ verify }: RunDocument): Html {
  const counts = new Map<string, number>();
  for (const { breaks } of verify.claims) for (const { name } of breaks) counts.set(name, (counts.get(name) ?? 0) + 1);
  const common = [...counts]
    .toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, COLUMNS)
    .map(([name]) => name);
  const power = new Map((verify.power ?? []).map((row) => [`${row.claim} ${row.control}`, row]));
  const cell = (claim: string, control: { name: string; refuted: boolean; evaluations: number } | undefined): Html => {
    if (control === undefined) return html`<td></td>`;
    const row = power.get(`${claim} ${control.name}`);
    const rate = row === undefined ? '' : html`<br /><small>${row.refuted} of ${row.seeds} seeds</small>`;
    return html`<td class="${control.refuted ? 'held' : 'untrusted'}">
      ${control.refuted ? '✗' : 'survives'} ${control.evaluations}${rate}
    </td>`;
  };
  return html`<section id="controls">
    <h2>Controls</h2>
    <p>
      Every claim must fail once something that it needs is changed. ✗ and a number: refuted, after so many evaluations;
      of a claim that something exists, no witness in so many.
    </p>
    <div class="wide" tabindex="0" role="region" aria-label="Controls">
      <table>
        <thead>
          <tr>
            <th scope="col">claim</th>
            ${common.map((name) => html`<th scope="col">${name}</th>`)}
            <th scope="col">others</th>
          </tr>
        </thead>
        <tbody>
          ${verify.claims.map(({ claim, breaks }) => {
            const others = breaks.filter(({ name }) => !common.includes(name));
            const alive = others.filter(({ refuted }) => !refuted).length;
            return html`<tr>
              <th scope="row"><a href="#${claim}">${claim}</a></th>
              ${common.map((name) =>
                cell(
                  claim,
                  breaks.find((control) => control.name === name),
                ),
              )}
              <td class="${alive > 0 ? 'untrusted' : 'held'}">
                ${others.length === 0 ? '' : `${others.length - alive} of ${others.length}`}
                <small
                  >${others.map(({ name, refuted, evaluations }, k) => `${k > 0 ? '; ' : ''}${name} ${refuted ? '✗' : 'survives'} ${evaluations}`)}</small
                >
              </td>
            </tr>`;
          })}
        </tbody>
      </table>
    </div>
  </section>`;
}
