import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';

/** The SVG of a plot, drawn without a browser. `name` is for who cannot see it. */
export function plotSvg(name: string, options: Plot.PlotOptions): string {
  const window: unknown = parseHTML('<html><body></body></html>');
  if (typeof window !== 'object' || window === null) throw new Error('plotSvg: linkedom gives no window.');
  const document: unknown = Reflect.get(window, 'document'); // a proxy, which `in` does not see through
  const svg: unknown = Reflect.apply(Plot.plot, undefined, [{ ...options, document }]);
  if (!isElement(svg)) throw new Error('plotSvg: the plot is no element.');
  svg.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', name);
  return svg.outerHTML.replaceAll(/(<g[^>]*) aria-label="[^"]*"/g, '$1');
}

/** What is used of an element. The DOM's own types stay out, since they would make `window` look available in all of src. */
interface Element {
  readonly outerHTML: string;
  setAttribute(name: string, value: string): void;
}

function isElement(value: unknown): value is Element {
  return typeof value === 'object' && value !== null && 'outerHTML' in value && 'setAttribute' in value;
}
