/** Puts a drawing where the last one was, as one picture with a name for who cannot see it. */
export function placePlot(host: HTMLElement, plot: SVGSVGElement | HTMLElement, name: string): void {
  plot.setAttribute('role', 'img');
  plot.setAttribute('aria-label', name);
  host.replaceChildren(plot);
}

/** How wide a drawing may be. */
export function roomIn(host: HTMLElement): number {
  return Math.max(240, Math.min(640, host.clientWidth));
}
