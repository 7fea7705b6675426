import { twoBlockFixedPoint, type TwoBlockFixedPoint } from '../src/limit/fixed-point.js';
import { type Layer, stagesOf } from '../src/network/layer.js';

/** The state that a start with `odd` far points is led to, or undefined when it is led back to symmetry or nowhere. */
export function oddPointState(points: number, layer: Layer, odd = 1): TwoBlockFixedPoint | undefined {
  const end = twoBlockFixedPoint(stagesOf(layer), points, odd);
  return end.kind === 'two-block' ? end : undefined;
}

/** Signed distances of a value from both ends of a band: >= 0 inside. */
export function inBand(value: number, least: number, most: number): number {
  return Math.min(value - least, most - value);
}
