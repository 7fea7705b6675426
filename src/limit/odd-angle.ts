import { angleOfGap, sineExcess } from './angle.js';
import { kappaGap } from './arc-cosine.js';

/** One odd point of norm r among points of norm 1, as a wide layer of RC + ReLU leaves it: a point of a curve. */
export interface OnCurve {
  /** (n-1) cos(angle). */
  readonly normRatio: number;
  /** 1 - cosine within the cluster: 1 - kappa(1 - (n-1)/(n-2) sin^2(angle)). */
  readonly clusterGap: number;
  /** (sin(angle) - angle cos(angle)) / pi. */
  readonly crossCosine: number;
}

/**
 * What a layer of RC + ReLU makes of one odd point and n - 1 exchangeable ones: three numbers that one decides.
 *
 * `spread` is tan^2 of the angle between the odd point and the opposite of a cluster point, both recentred: 0 when the cluster
 * is one point, n(n-2) when all points are alike. Range: spread >= 0, points > 2, which need not be whole: formulas
 * continue in n. NaN outside. Source: derived, docs/derivations.md#one-angle
 */
export function onCurve(spread: number, points: number): OnCurve {
  const others = points - 1;
  const secant = Math.sqrt(1 + spread);
  const gap = spread / (secant * (1 + secant)); // 1 - cos
  return {
    normRatio: others / secant,
    clusterGap: kappaGap((others * spread) / ((others - 1) * (1 + spread))),
    crossCosine: sineExcess(angleOfGap(gap), gap) / Math.PI,
  };
}

/** The spread that a layer of RC + ReLU finds in the state that the layer before left with this spread. */
export function spreadStep(spread: number, points: number): number {
  const others = points - 1;
  const { normRatio: r, clusterGap, crossCosine } = onCurve(spread, points);
  const distance = r * r - 2 * crossCosine * r + 1 - (clusterGap * (others - 1)) / others;
  return spreadOf(clusterGap, distance, points);
}

/**
 * The spread of a batch: from 1 - cosine within the cluster and the squared distance of the odd point from the mean of the cluster,
 * both in units of the squared norm of a cluster point.
 */
export function spreadOf(clusterGap: number, squaredDistance: number, points: number): number {
  const others = points - 1;
  return (clusterGap * (others - 1) * points * points) / (others * squaredDistance);
}

/** The angle in [0, pi/2) of a spread: acos(1 / sqrt(1 + spread)), to full relative accuracy. */
export function angleOfSpread(spread: number): number {
  const secant = Math.sqrt(1 + spread);
  return angleOfGap(spread / (secant * (1 + secant)));
}
