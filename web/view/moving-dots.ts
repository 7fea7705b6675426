/** The dots of a drawing that `placePlot` has put in its place, in the order of their data, to be moved without drawing anew: 60 times a second. */
export function movingDots(plot: Element): (place: (k: number) => readonly [x: number, y: number]) => void {
  const circles = [...plot.querySelectorAll('g[data-mark="dot"] circle')];
  return (place) => {
    circles.forEach((circle, k) => {
      const [x, y] = place(k);
      const drawn = Number.isFinite(x) && Number.isFinite(y);
      circle.setAttribute('visibility', drawn ? 'visible' : 'hidden');
      if (!drawn) return;
      circle.setAttribute('cx', x.toFixed(2));
      circle.setAttribute('cy', y.toFixed(2));
    });
  };
}
