import { describe, expect, it } from 'vitest';
import { wideSteps } from '../../src/limit/wide-steps.js';
import { at, build } from '../../src/linalg/matrix.js';

/** Seven points of a plane, found by search and shrunk: the farthest from the mean is (1, 6), by a factor 1.23. */
const points = [
  [0, 2],
  [1, 6],
  [5, 0],
  [5, 0],
  [5, 0],
  [1, 5],
  [5, 0],
] as const;

function normsAfter(steps: number, batch: readonly (readonly [number, number])[]): number[] {
  const gram = build<'point', 'point'>(batch.length, batch.length, (i, j) => {
    const [a, b] = [batch[i] ?? [NaN, NaN], batch[j] ?? [NaN, NaN]];
    return a[0] * b[0] + a[1] * b[1];
  });
  const end = wideSteps(gram, { steps, recenter: true, slope: 0 });
  return batch.map((_, i) => Math.sqrt(at(end, i, i)));
}

describe('the point farthest from the mean', () => {
  it('need not become the odd one: a neighbour shares its direction, and a third point wins', () => {
    const mean = [0, 1].map((k) => points.reduce((sum, point) => sum + (point[k] ?? NaN), 0) / points.length);
    const distances = points.map(([x, y]) => Math.hypot(x - (mean[0] ?? NaN), y - (mean[1] ?? NaN)));
    expect(distances.indexOf(Math.max(...distances))).toBe(1);
    const norms = normsAfter(600, points);
    const [odd = NaN, ...others] = norms;
    expect(odd).toBeGreaterThan(3 * Math.max(...others));
  });

  it('becomes the odd one when that neighbour moves to the others', () => {
    const apart = points.map((point, i) => (i === 5 ? ([5, 0] as const) : point));
    const norms = normsAfter(600, apart);
    expect(norms.indexOf(Math.max(...norms))).toBe(1);
  });
});
