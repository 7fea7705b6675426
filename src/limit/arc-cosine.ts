import { angleOfGap, sineExcess } from './angle.js';

/** The arc-cosine kernel of degree 1 at a cosine r, with what a difference of rounded numbers would lose. */
export interface ArcCosine {
  /** kappa(r) = (sqrt(1 - r^2) + (pi - acos r) r) / pi, in [0, 1]. */
  readonly value: number;
  /** 1 - kappa(r), to full relative accuracy near r = 1. */
  readonly gap: number;
  /** kappa'(r) = 1 - acos(r) / pi, in [0, 1]. */
  readonly slope: number;
  /** acos(r) / pi = 1 - kappa'(r), to full relative accuracy near r = 1. */
  readonly turn: number;
}

/**
 * kappa at r, from the distances of r to both ends: `below` = 1 - r and `above` = 1 + r, both in [0, 2].
 *
 * Each result is as accurate as the smaller distance: kappa ~ phi^3 / (3 pi) near r = -1, where phi = pi - acos r.
 * Source: Cho and Saul 2009, degree 1.
 */
export function arcCosineBetween(below: number, above: number): ArcCosine {
  if (below <= above) {
    const near = Math.min(1, Math.max(0, below));
    const angle = angleOfGap(near);
    const gap = near - sineExcess(angle, near) / Math.PI;
    return { value: 1 - gap, gap, slope: 1 - angle / Math.PI, turn: angle / Math.PI };
  }
  const far = Math.min(1, Math.max(0, above));
  const angle = angleOfGap(far);
  const value = sineExcess(angle, far) / Math.PI;
  return { value, gap: 1 - value, slope: angle / Math.PI, turn: 1 - angle / Math.PI };
}

/** kappa(r): the cosine of two points after a wide random ReLU layer, from the cosine r before it. NaN outside [-1, 1]. */
export function kappa(r: number): number {
  return r >= -1 && r <= 1 ? arcCosineBetween(1 - r, 1 + r).value : NaN;
}

/** kappa'(r): the chance that both of two points with cosine r keep the same neuron, doubled. NaN outside [-1, 1]. */
export function kappaSlope(r: number): number {
  return r >= -1 && r <= 1 ? arcCosineBetween(1 - r, 1 + r).slope : NaN;
}

/** 1 - kappa(1 - gap): the map C1 of the cosine's distance to 1, where the cosine itself would round. Range: gap in [0, 2]. */
export function kappaGap(gap: number): number {
  return gap >= 0 && gap <= 2 ? arcCosineBetween(gap, 2 - gap).gap : NaN;
}
