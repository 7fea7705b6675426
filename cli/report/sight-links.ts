import { EXPLORER_PORT } from '../explorer-page.js';
import { html, type Html } from './html.js';
import type { RunDocument } from './run-document.js';

/** Links that open an instance in the explorer, or why there are none. */
export function sightLinks({ sights, explorer }: RunDocument, claim: string, of: string): Html {
  const found = sights.find((sight) => sight.claim === claim && sight.of === of);
  if (found === undefined)
    return html`<small>no link: the explorer shows networks layer by layer, and this instance is none.</small>`;
  const beside = explorer ? html`<a href="explorer/index.html#${found.link}">in the explorer</a>, or ` : '';
  return html`${beside}<a href="http://127.0.0.1:${EXPLORER_PORT}/#${found.link}">in the explorer of this machine</a>
    <small
      >while
      <code>npx bnd explore</code> runs${found.same ? '' : '; such a network, another draw of its weights'}</small
    >`;
}
