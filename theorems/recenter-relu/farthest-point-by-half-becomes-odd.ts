import { wideSteps } from '../../src/limit/wide-steps.js';
import { at, type Gram } from '../../src/linalg/matrix.js';
import { type Layer } from '../../src/network/layer.js';
import { recenterRelu } from '../../src/network/layers.js';
import { observed } from '../../src/theory/source.js';
import { type DeterministicTheorem, theorem } from '../../src/theory/theorem.js';
import { aboutMean, distancesFromMean, gramOfPlaces, type Place } from '../points-in-space.js';
import { wideLayerOf } from '../wide-layer.js';
import { oddPointExistsFromSeven } from './odd-point-exists-from-seven.js';

/** A cluster of points, and one more in a direction from their mean. */
export interface OneFarPoint {
  readonly cluster: readonly Place[];
  readonly direction: Place;
  /** Its distance from the mean of the batch, over the largest one of the cluster. */
  readonly lead: number;
}

const LAYERS = 600;

/** The batch: point 0 is the far one. With the cluster about its mean, a point at v moves the mean by v/n. */
export function placesOf({ cluster, direction, lead }: OneFarPoint): Place[] {
  const around = aboutMean(cluster);
  const [points, others] = [cluster.length + 1, cluster.length];
  const widest = Math.max(1, ...distancesFromMean(cluster));
  const length = Math.sqrt(direction.reduce((sum, x) => sum + x * x, 0));
  // |v| others/n >= lead (widest + |v|/n): the far point leads whatever the directions are.
  const reach = (lead * widest * points) / (others - lead) / length;
  const [x, y, z, w] = direction;
  return [[x * reach, y * reach, z * reach, w * reach], ...around];
}

/** The Gram matrix after many wide layers. */
export function farAlong(places: readonly Place[], layer: Layer): Gram {
  return wideSteps(gramOfPlaces(places), { ...wideLayerOf(layer), steps: LAYERS });
}

/** The conclusion for a given batch, so that one without a lead can be put in its place. */
export function oddAmong(
  placesFor: (batch: OneFarPoint) => Place[],
): Pick<DeterministicTheorem<OneFarPoint>, 'margins'> {
  return {
    margins: (batch, layer) => {
      const end = farAlong(placesFor(batch), layer);
      const norm = (i: number): number => Math.sqrt(at(end, i, i));
      const others = batch.cluster.map((_, i) => i + 1);
      const longest = Math.max(...others.map(norm));
      const cross = others.map((i) => Math.abs(at(end, 0, i) / (norm(0) * norm(i))));
      return { far: norm(0) / longest - others.length / 2, orthogonal: 0.07 - Math.max(...cross) };
    },
  };
}

/** Why: recentering hands the far point's lead to all others as a common part, which is what makes a cluster; the layer repeats it. */
export const farthestPointByHalfBecomesOdd = theorem<OneFarPoint>({
  id: 'recenter-relu/farthest-point-by-half-becomes-odd',
  kind: 'limit',
  says: 'A point that is at least one and a half times as far from the mean as every other one, among 8 to 16, becomes the odd point of the wide network.',
  formula: String.raw`\|x_1 - \bar x\| \ge \tfrac32 \max_{i>1} \|x_i - \bar x\| \Rightarrow \|x_1\| > \tfrac{n-1}2 \|x_i\|,\ |\cos(x_1, x_i)| < 0.07\quad (t = 600)`,
  source: observed(
    'infinite-width runs on points in four dimensions; with a lead of 1.1 it fails in a few per cent of them',
  ),
  covers: ['RC+ReLU I8'],
  uses: [oddPointExistsFromSeven],
  assumes: {
    '8 to 16 points': ({ cluster }) => cluster.length >= 7 && cluster.length <= 15,
    'a lead of one half': (batch) => {
      const [first = NaN, ...others] = distancesFromMean(placesOf(batch));
      return batch.lead >= 1.5 && first >= 1.4999 * Math.max(...others);
    },
  },
  layer: () => recenterRelu,
  ...oddAmong(placesOf),
});
