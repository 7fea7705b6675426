import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';

/** The SVG of a plot, drawn without a browser. `name` is for who cannot see it. */
export function plotSvg(name: string, options: Plot.PlotOptions): string {
  const svg: unknown = Reflect.apply(Plot.plot, undefined, [{ ...options, document }]);
  if (!isElement(svg)) throw new Error('plotSvg: the plot is no element.');
  svg.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', name);
  return svg.outerHTML.replaceAll(/(<g[^>]*) aria-label="[^"]*"/g, '$1');
}

/** One for all plots: what is drawn is never put into it. */
const document = documentOf(parseHTML('<html><body></body></html>'));

function documentOf(window: unknown): unknown {
  if (typeof window !== 'object' || window === null) throw new Error('plotSvg: linkedom gives no window.');
  return Reflect.get(window, 'document'); // a proxy, which `in` does not see through
}

/** What is used of an element. The DOM's own types stay out, since they would make `window` look available in all of src. */
interface Element {
  readonly outerHTML: string;
  setAttribute(name: string, value: string): void;
}

function isElement(value: unknown): value is Element {
  return typeof value === 'object' && value !== null && 'outerHTML' in value && 'setAttribute' in value;
}
