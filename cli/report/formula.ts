import temml from 'temml';
import { Html } from './html.js';

/** A formula in MathML, which browsers typeset without fonts or scripts. @throws Error, from Temml, for TeX that it cannot read */
export function formula(tex: string): Html {
  return new Html(temml.renderToString(tex, { displayMode: true, throwOnError: true, annotate: false }));
}
