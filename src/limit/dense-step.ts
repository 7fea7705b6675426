import { arcCosineBetween } from './arc-cosine.js';

/** A layer of infinite width without rescaling: recentering or none, then phi(z) = max(z, 0) + slope min(z, 0). */
export interface WideLayer {
  /** 0 is ReLU, -1 the absolute value, 1 the identity. */
  readonly slope: number;
  readonly recenter: boolean;
}

/**
 * `limitLayer` on any Gram matrix, a block for every point, without the blocks: the same operations in the same order, hence
 * the same bits up to the sign of 0. Replaces the n × n `values` (by rows, symmetric) by the next ones, of trace n.
 *
 * Degenerate: a batch that the layer sends to zero becomes NaN.
 * Every sum starts at 0 and runs from the first point to the last: kernel/wide-step.ts has the same order.
 */
export function denseStepInto(values: Float64Array, points: number, { slope, recenter }: WideLayer): void {
  if (recenter) centreInto(values, points);
  if (slope !== 1) rectifyInto(values, points, slope);
  normaliseInto(values, points);
}

function centreInto(values: Float64Array, points: number): void {
  const means = new Float64Array(points);
  let total = 0;
  for (let i = 0; i < points; i++) {
    let sum = 0;
    for (let j = 0; j < points; j++) sum += values[i * points + j] ?? NaN;
    means[i] = sum / points;
    total += sum / points;
  }
  const mean = total / points;
  for (let i = 0; i < points; i++) {
    for (let j = 0; j < points; j++) {
      const at = i * points + j;
      values[at] = (values[at] ?? NaN) - ((means[i] ?? NaN) + (means[j] ?? NaN)) + mean;
    }
  }
}

/** Source: src/limit/rectified-moment.ts, whose blocks are points here. */
function rectifyInto(values: Float64Array, points: number, slope: number): void {
  const bend = ((1 - slope) * (1 - slope)) / 2;
  const variances = Float64Array.from({ length: points }, (_, i) => values[i * points + i] ?? NaN);
  for (let i = 0; i < points; i++) {
    const start = variances[i] ?? NaN;
    values[i * points + i] = slope * start + bend * start;
    for (let j = i + 1; j < points; j++) {
      const end = variances[j] ?? NaN;
      const inner = values[i * points + j] ?? NaN;
      const scale = start > 0 && end > 0 ? Math.sqrt(start * end) : 0;
      const kernel = scale === 0 ? 0 : arcCosineBetween((scale - inner) / scale, (scale + inner) / scale).value;
      values[i * points + j] = values[j * points + i] = slope * inner + bend * scale * kernel;
    }
  }
}

function normaliseInto(values: Float64Array, points: number): void {
  let trace = 0;
  for (let i = 0; i < points; i++) trace += values[i * points + i] ?? NaN;
  const factor = trace > 0 ? points / trace : NaN;
  for (let at = 0; at < points * points; at++) values[at] = factor * (values[at] ?? NaN);
}
