import type { PlotOptions, TextOptions } from '@observablehq/plot';

/** What the plots in the column beside a claim have in common: rows one above the other, each with its name inside. */
export const columnPlot = {
  width: 340,
  marginLeft: 34,
  marginRight: 14,
  style: { fontSize: '11px' },
  color: { type: 'identity' },
} as const satisfies PlotOptions;

/** A name that stays readable on top of what is drawn. */
export const nameInside = {
  fill: 'currentColor',
  stroke: 'var(--panel)',
  strokeWidth: 4,
} as const satisfies TextOptions;
