import * as Plot from '@observablehq/plot';
import type { Places } from '../run/places.js';
import { movingDots } from './moving-dots.js';
import { placePlot, roomIn } from './place-plot.js';

export interface PlaneView {
  readonly places: Places;
  readonly points: number;
  /** The point that is odd at the end; -1 for none. */
  readonly odd: number;
  readonly lengths: 'kept' | 'directions';
}

/** A drawing of one frame after another. */
export interface FramePlot {
  readonly show: (frame: number) => void;
}

/** With more points than these, their ways would be a blot. */
const MOST_WAYS = 48;
/** Corners of a way: with all of 300, painting them took longer than a sixtieth of a second. */
const CORNERS = 80;

/** Draws the points in a plane whose axes are those of the whole run, with the way of each as a thin line. */
export function drawPlane(host: HTMLElement, { places, points, odd, lengths }: PlaneView): FramePlot {
  const frames = places.norms.length / points;
  const place = (t: number, j: number): readonly [number, number] => {
    const at = 2 * (t * points + j);
    const unit = lengths === 'directions' ? (places.norms[at / 2] ?? NaN) : 1;
    return [(places.coordinates[at] ?? NaN) / unit, (places.coordinates[at + 1] ?? NaN) / unit];
  };
  const colour = (j: number): string => (j === odd ? 'var(--ratio)' : 'var(--cluster)');
  const all = Array.from({ length: frames * points }, (_, m) => place(Math.floor(m / points), m % points));
  const indices = Array.from({ length: points }, (_, j) => j);
  const stride = Math.ceil(frames / CORNERS);
  const ways = all
    .map(([x, y], m) => ({ x, y, j: m % points, t: Math.floor(m / points) }))
    .filter(({ t }) => points <= MOST_WAYS && (t % stride === 0 || t === frames - 1));
  const plot = Plot.plot({
    width: roomIn(host),
    height: 300,
    marginLeft: 40,
    marginBottom: 38,
    style: { fontSize: '12px' },
    x: { label: 'across', domain: span(all.map(([x]) => x)), ticks: 5 },
    y: { label: 'up', domain: span(all.map(([, y]) => y)), ticks: 5 },
    marks: [
      Plot.ruleX([0], { strokeOpacity: 0.25 }),
      Plot.ruleY([0], { strokeOpacity: 0.25 }),
      Plot.line(ways, { x: 'x', y: 'y', z: 'j', stroke: ({ j }: { j: number }) => colour(j), strokeOpacity: 0.25 }),
      Plot.dot(indices, {
        x: () => 0,
        y: () => 0,
        r: (j: number) => (j === odd ? 7 : 4.5),
        fill: colour,
        fillOpacity: 0.85,
        stroke: 'var(--panel)',
        sort: null, // not by size: a dot is moved by its place in the order
        title: (j: number) => `point ${j}`,
      }),
    ],
    color: { type: 'identity' },
    r: { type: 'identity' },
  });
  placePlot(host, plot, `The ${points} points in the plane`);
  const move = movingDots(plot);
  const [x, y] = [plot.scale('x'), plot.scale('y')];
  return {
    show: (t) => {
      move((j) => {
        const [across, up] = place(t, j);
        return [Number(x?.apply(across)), Number(y?.apply(up))];
      });
    },
  };
}

/** From the least to the greatest, 0 and a margin included. */
function span(values: readonly number[]): [number, number] {
  const finite = values.filter(Number.isFinite);
  const low = finite.reduce((a, b) => Math.min(a, b), 0);
  const high = finite.reduce((a, b) => Math.max(a, b), 0);
  const margin = 0.06 * (high - low) + 1e-9;
  return [low - margin, high + margin];
}
