import * as Plot from '@observablehq/plot';
import type { Frame } from '../run/frame.js';
import type { Prediction } from '../run/predictions.js';
import { placePlot, roomIn } from './place-plot.js';

/** One line of a plot: how it is read off a layer, and off a predicted fixed point. */
export interface Curve {
  readonly name: string;
  /** A CSS variable, so that light and dark have their own. */
  readonly colour: string;
  readonly of: (frame: Frame) => number;
  readonly predicted: (prediction: Prediction) => number;
}

/** A drawing in which a line marks the layer that is shown. */
export interface LayerPlot {
  readonly moveTo: (layer: number) => void;
}

export interface CurvePlot {
  readonly name: string;
  readonly curves: readonly Curve[];
  readonly depth: number;
  readonly scale: 'log' | 'linear';
  /** These values are always inside. */
  readonly within: readonly [number, number];
}

interface Dot {
  readonly layer: number;
  readonly value: number;
  readonly curve: Curve;
}

/** Draws curves over the layers, with predictions as dashed lines that say of what state they are. */
export function drawCurves(
  host: HTMLElement,
  { name, curves, depth, scale, within }: CurvePlot,
  frames: readonly Frame[],
  predictions: readonly Prediction[],
): LayerPlot {
  const dots = curves.flatMap((curve) =>
    frames.map((frame): Dot => ({ layer: frame.measures.layer, value: curve.of(frame), curve })),
  );
  const levels = predictions.flatMap((prediction) =>
    curves
      .map((curve) => ({ value: curve.predicted(prediction), colour: curve.colour, state: prediction.state }))
      // Where all points are alike the two cosines are one: one line says so.
      .filter(({ value }, k, all) => Number.isFinite(value) && all.findIndex((other) => other.value === value) === k),
  );
  const values = [...dots, ...levels].map(({ value }) => value).filter(Number.isFinite);
  const [low, high] = [Math.min(within[0], ...values), Math.max(within[1], ...values)];
  const plot = Plot.plot({
    width: roomIn(host),
    height: 300,
    marginLeft: 40,
    marginRight: 62,
    marginTop: 14,
    marginBottom: 38,
    style: { fontSize: '12px' },
    x: { label: 'layer', domain: [0, depth] },
    y: {
      type: scale,
      label: null,
      domain: [low, high],
      grid: true,
      ...(scale === 'log' ? { ticks: 4, tickFormat: (value: number) => value.toLocaleString('en') } : {}),
    },
    marks: [
      Plot.ruleY(levels, { y: 'value', stroke: 'colour', strokeDasharray: '5 4' }),
      Plot.text(levels, {
        y: 'value',
        text: 'state',
        fill: 'colour',
        frameAnchor: 'left',
        textAnchor: 'start',
        dx: 6,
        dy: -7,
        stroke: 'var(--panel)',
        strokeWidth: 4,
      }),
      curves.map((curve, k) => [
        Plot.line(
          dots.filter((dot) => dot.curve === curve),
          { x: 'layer', y: 'value', stroke: curve.colour, strokeWidth: 2 },
        ),
        Plot.text(
          dots.filter((dot) => dot.curve === curve && dot.layer === frames.at(-1)?.measures.layer),
          {
            x: 'layer',
            y: 'value',
            text: () => curve.name,
            fill: curve.colour,
            textAnchor: 'start',
            dx: 5,
            dy: curves.length === 1 ? 0 : 14 * k - 7,
          },
        ),
      ]),
    ],
    color: { type: 'identity' },
  });
  const x = plot.scale('x');
  const mark = document.createElementNS('http://www.w3.org/2000/svg', 'line');
  for (const [key, value] of Object.entries({ y1: 14, y2: 262, stroke: 'currentColor', 'stroke-width': 1.5 }))
    mark.setAttribute(key, String(value));
  plot.append(mark);
  placePlot(host, plot, name);
  return {
    moveTo: (layer) => {
      const at = String(x?.apply(layer) ?? 0);
      mark.setAttribute('x1', at);
      mark.setAttribute('x2', at);
    },
  };
}
