/** Text that is HTML already. */
export class Html {
  constructor(readonly text: string) {}
}

/** What a template takes: text is escaped, `Html` is not. */
export type Piece = string | number | Html | readonly Piece[];

/** HTML from a template in which everything put in is escaped, unless it came from here. */
export function html(strings: TemplateStringsArray, ...pieces: readonly Piece[]): Html {
  return new Html(strings.map((text, k) => text + (k < pieces.length ? written(pieces[k] ?? '') : '')).join(''));
}

function written(piece: Piece): string {
  if (piece instanceof Html) return piece.text;
  if (typeof piece === 'object') return piece.map(written).join('');
  return String(piece)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
