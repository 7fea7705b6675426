import { type Html, html, type Piece } from './html.js';

/** A table that scrolls sideways where it is wide, of this name to who cannot see it. The first cell of each row is its head. */
export function htmlTable(
  name: string,
  heads: readonly string[],
  rows: readonly (readonly [Piece, ...(readonly Piece[])])[],
): Html {
  return html`<div class="wide" tabindex="0" role="region" aria-label="${name}">
    <table>
      <thead>
        <tr>
          ${heads.map((head) => html`<th scope="col">${head}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ([head, ...cells]) =>
            html`<tr>
              <th scope="row">${head}</th>
              ${cells.map((cell) => html`<td>${cell}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
