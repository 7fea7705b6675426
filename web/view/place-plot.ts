/** Puts a drawing where the last one was, as one picture with a name for who cannot see it. */
export function placePlot(host: HTMLElement, plot: SVGSVGElement | HTMLElement, name: string): void {
  plot.setAttribute('role', 'img');
  plot.setAttribute('aria-label', name);
  // Plot names its groups in a way that ARIA does not allow inside a picture.
  for (const group of plot.querySelectorAll('g[aria-label]')) {
    group.setAttribute('data-mark', group.getAttribute('aria-label') ?? '');
    group.removeAttribute('aria-label');
  }
  host.replaceChildren(plot);
}

/** How wide a drawing may be. */
export function roomIn(host: HTMLElement): number {
  return Math.max(240, Math.min(640, host.clientWidth));
}
