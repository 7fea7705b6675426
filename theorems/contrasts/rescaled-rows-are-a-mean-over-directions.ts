import { at, build } from '../../src/linalg/matrix.js';
import { blocksOfOne, toGram } from '../../src/limit/block-gram.js';
import { limitLayer } from '../../src/limit/limit-map.js';
import { leaky } from '../../src/network/activations.js';
import { type Layer, stagesOf } from '../../src/network/layer.js';
import { activate, keep, recenter, rescale } from '../../src/network/stages.js';
import { acos } from '../../src/portable/acos.js';
import { cos } from '../../src/portable/cos.js';
import { sin } from '../../src/portable/sin.js';
import { derived } from '../../src/theory/source.js';
import { type DeterministicTheorem, theorem } from '../../src/theory/theorem.js';

/** Points of a plane before a wide layer. */
export interface PlaneBatch {
  readonly points: readonly (readonly [number, number])[];
  readonly recenters: boolean;
  /** Of the leaky ReLU. */
  readonly slope: number;
}

/** The points as the layer's rescaling sees them. */
function seen({ points, recenters }: PlaneBatch): PlaneBatch['points'] {
  if (!recenters) return points;
  const mean = (k: 0 | 1): number => points.reduce((sum, point) => sum + point[k], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  return points.map((point) => [point[0] - x, point[1] - y]);
}

/** Twice the area of the largest triangle of two points and the origin: 0 when all are on one line through it. */
function spread(points: PlaneBatch['points']): number {
  return Math.max(...points.flatMap(([a, b]) => points.map(([c, d]) => Math.abs(a * d - b * c))));
}

/** The directions in [0, pi] at which some neuron changes its sign, and the ends. */
function corners(points: PlaneBatch['points']): readonly number[] {
  const zeros = points.flatMap(([x, y]) => {
    const length = Math.sqrt(x * x + y * y);
    if (length === 0) return [];
    const angle = acos((y >= 0 ? x : -x) / length) + Math.PI / 2; // of the line across the point
    return [angle >= Math.PI ? angle - Math.PI : angle];
  });
  return [0, ...zeros, Math.PI].toSorted((a, b) => a - b);
}

/**
 * The mean of n phi(z_i) phi(z_j) / |z|^2 over directions psi, z_i = x_i cos psi + y_i sin psi, by Simpson's rule between corners.
 *
 * Shape: point × point, row by row. An opposite direction has -z, so that half a turn will do for both.
 */
export function meanOverDirections(batch: PlaneBatch, panels: number): readonly number[] {
  const points = seen(batch);
  const n = points.length;
  const sums = Array.from({ length: n * n }, () => 0);
  const phi = leaky(batch.slope).at;
  const ends = corners(points);
  for (let c = 1; c < ends.length; c++) {
    const [from, to] = [ends[c - 1] ?? NaN, ends[c] ?? NaN];
    const step = (to - from) / panels;
    for (let k = 0; k <= panels; k++) {
      const direction = from + k * step;
      const [u, v] = [cos(direction), sin(direction)];
      const row = points.map(([x, y]) => x * u + y * v);
      const weight = ((k === 0 || k === panels ? 1 : k % 2 === 1 ? 4 : 2) * step) / (3 * 2 * Math.PI);
      const scale = (n * weight) / row.reduce((sum, z) => sum + z * z, 0);
      for (let i = 0; i < n; i++) {
        const [zi, mi] = [phi(row[i] ?? NaN), phi(-(row[i] ?? NaN))];
        for (let j = 0; j < n; j++) {
          const m = i * n + j;
          sums[m] = (sums[m] ?? NaN) + scale * (zi * phi(row[j] ?? NaN) + mi * phi(-(row[j] ?? NaN)));
        }
      }
    }
  }
  return sums;
}

/** The conclusion for a given mean, so that a false one can be put in its place. */
export function wideLayerIs(
  mean: (batch: PlaneBatch) => readonly number[],
): Pick<DeterministicTheorem<PlaneBatch>, 'margins'> {
  return {
    margins: (batch, layer) => {
      const { points } = batch;
      const n = points.length;
      const gram = build<'point', 'point'>(n, n, (i, j) => {
        const [[a, b] = [NaN, NaN], [c, d] = [NaN, NaN]] = [points[i], points[j]];
        return a * c + b * d;
      });
      const wide = toGram(limitLayer(stagesOf(layer))({ gram: blocksOfOne(gram) }).gram); // of trace n
      const entries = mean(batch);
      const trace = entries.reduce((sum, x, m) => sum + (m % (n + 1) === 0 ? x : 0), 0);
      const off = entries.map((x, m) => Math.abs((n * x) / trace - at(wide, Math.floor(m / n), m % n)));
      return { 'every entry': -Math.max(...off) };
    },
  };
}

/** Panels between two corners. */
export const PANELS = 200;

/** Why: 1/|z|^2 is an integral of exp(-t |z|^2), under which the row is normal again, with a tilted covariance. */
export const rescaledRowsAreAMeanOverDirections = theorem<PlaneBatch>({
  id: 'contrasts/rescaled-rows-are-a-mean-over-directions',
  kind: 'limit',
  says: 'How a wide layer with rescaling is computed, an integral of arc-cosine kernels over the scales of a row, is right: for points of a plane, recentred or not, it agrees with the mean over all directions of a row, both of trace n.',
  formula: String.raw`n\int_0^\infty \frac{K\big(C(I + 2tC)^{-1}\big)_{ij}}{\sqrt{\det(I + 2tC)}}\,dt = \frac{n}{2\pi}\int_0^{2\pi} \frac{\varphi(z_i)\varphi(z_j)}{|z|^2}\,d\psi,\quad z_i = x_i\cos\psi + y_i\sin\psi`,
  source: derived('docs/derivations.md#rescaled-rows'),
  covers: ['contrasts D0'],
  uses: [],
  assumes: {
    'at least two points': ({ points }) => points.length >= 2,
    'a row never vanishes': (batch) => spread(seen(batch)) > 0.1,
  },
  layer: ({ recenters, slope }): Layer => ({
    recenter: recenters ? recenter : keep,
    rescale,
    activate: activate(leaky(slope)),
  }),
  ...wideLayerIs((batch) => meanOverDirections(batch, PANELS)),
});
