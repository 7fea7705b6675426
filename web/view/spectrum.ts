import * as Plot from '@observablehq/plot';
import type { Frame } from '../run/frame.js';
import { movingDots } from './moving-dots.js';
import { placePlot, roomIn } from './place-plot.js';

/** Below this share an eigenvalue is drawn at the floor: single precision and rounding of the square end there. */
const FLOOR = 1e-12;

/** Draws the eigenvalues on a scale that stays. Returns what moves the dots to a frame. */
export function drawSpectrum(host: HTMLElement, points: number): (frame: Frame) => void {
  const plot = Plot.plot({
    width: roomIn(host),
    height: 300,
    marginLeft: 48,
    marginBottom: 38,
    style: { fontSize: '12px' },
    x: { label: 'eigenvalue, largest first', domain: [0.5, points + 0.5], tickFormat: 'd' },
    y: { type: 'log', label: null, domain: [FLOOR, 1.3], grid: true, ticks: 6, tickFormat: powerOfTen },
    marks: [
      Plot.dot(
        Array.from({ length: points }, (_, k) => k + 1),
        { x: (k: number) => k, y: () => 1, r: 4, fill: 'var(--cluster)', title: (k: number) => `eigenvalue ${k}` },
      ),
    ],
  });
  placePlot(host, plot, 'Eigenvalues of the Gram matrix as shares of its trace');
  const move = movingDots(plot);
  const [x, y] = [plot.scale('x'), plot.scale('y')];
  return ({ eigenvalues }) => {
    move((k) => {
      const share = eigenvalues[k] ?? NaN;
      return [Number(x?.apply(k + 1)), Number.isNaN(share) ? NaN : Number(y?.apply(Math.max(FLOOR, share)))];
    });
  };
}

function powerOfTen(value: number): string {
  return value === 1 ? '1' : value.toExponential(0).replace('e-', 'e−').replace(/^1e/, '1e');
}
