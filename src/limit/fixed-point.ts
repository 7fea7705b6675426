import type { Stage } from '../network/stage.js';
import { betweenBlocks, type BlockGram, blockGram, squaredNorm } from './block-gram.js';
import { limitLayer } from './limit-map.js';
import { settle, type Settled, type Unsettled } from './settle.js';

/** A few odd points and a cluster, each group exchangeable: what a Gram matrix of two blocks says. */
export interface TwoBlockShape {
  /** Norm of an odd point over norm of a cluster point. */
  readonly normRatio: number;
  /** Cosine of two cluster points; NaN when there is only one. */
  readonly clusterCosine: number;
  /** Cosine of an odd point and a cluster point. */
  readonly crossCosine: number;
  /** Cosine of two odd points; NaN when there is only one. */
  readonly oddCosine: number;
}

/** A fixed point with all points alike. */
export interface SymmetricFixedPoint extends Settled {
  /** The cosine of any two points. */
  readonly cosine: number;
}

/** A fixed point with odd points that differ from the cluster. */
export interface TwoBlockFixedPoint extends Omit<Settled, 'kind'>, TwoBlockShape {
  readonly kind: 'two-block';
  /** 1 - clusterCosine, to full relative accuracy. */
  readonly clusterGap: number;
}

/** The start led back to where all points are alike. */
export interface LedBack extends Omit<Settled, 'kind'> {
  readonly kind: 'symmetric';
}

/** n exchangeable points of squared norm 1 and this cosine. Range: cosine in [-1/(n-1), 1]. */
export function symmetricGram(points: number, cosine: number): BlockGram {
  return blockGram([points], [1 - cosine], [cosine]);
}

/** `odd` points and a cluster of the rest, of squared norm 1. A cosine that no pair has may be NaN. */
export function twoBlockGram(points: number, odd: number, shape: TwoBlockShape): BlockGram {
  const { normRatio, crossCosine } = shape;
  if (!(Number.isInteger(odd) && odd >= 1 && odd < points)) {
    throw new RangeError(`twoBlockGram: needs 1 <= odd < points; came odd = ${odd} of ${points} points.`);
  }
  const oddCosine = odd === 1 ? 1 : shape.oddCosine;
  const clusterCosine = points - odd === 1 ? 1 : shape.clusterCosine;
  const square = normRatio * normRatio;
  const cross = crossCosine * normRatio;
  return blockGram(
    [odd, points - odd],
    [square * (1 - oddCosine), 1 - clusterCosine],
    [square * oddCosine, cross, cross, clusterCosine],
  );
}

/** Reads a two-block matrix. Scale does not matter. */
export function twoBlockShape(gram: BlockGram): TwoBlockShape & { readonly clusterGap: number } {
  const [odd, cluster] = [squaredNorm(gram, 0), squaredNorm(gram, 1)];
  return {
    normRatio: Math.sqrt(odd / cluster),
    clusterCosine: gram.sizes[1] === 1 ? NaN : betweenBlocks(gram, 1, 1) / cluster,
    clusterGap: gram.sizes[1] === 1 ? NaN : (gram.own[1] ?? NaN) / cluster,
    crossCosine: betweenBlocks(gram, 0, 1) / (Math.sqrt(odd) * Math.sqrt(cluster)),
    oddCosine: gram.sizes[0] === 1 ? NaN : betweenBlocks(gram, 0, 0) / odd,
  };
}

/**
 * Where RC + ReLU would leave these odd points for large n: 1 - cosine = (9 pi^2 / 2) k^2 / n^2, norm ratio (n-k)/k.
 *
 * The corrections of next order are those of k = 1. Source: derived (I4): a layer expands relative differences inside a group
 * by n^2 / ((n-k)^2 + k^2), and ReLU contracts them by 1 - (2 sqrt 2 / (3 pi)) sqrt(1 - cosine).
 */
export function asymptoticShape(points: number, odd: number): TwoBlockShape {
  const share = odd / points;
  const gap = Math.min(0.6, 4.5 * Math.PI * Math.PI * share * share * Math.max(0.3, 1 - 4 * share));
  const cross = (4.5 / Math.SQRT2) * Math.PI * Math.PI * share * share * share * Math.max(0.3, 1 - 4.5 * share);
  const ratio = Math.max(1.2, (1 / share - 1) * Math.max(0.5, 1 - 2.25 * Math.PI * Math.PI * share * share));
  return { normRatio: ratio, clusterCosine: 1 - gap, crossCosine: Math.min(0.3, cross), oddCosine: 1 - gap };
}

/** The fixed point of exchangeable points, from orthogonal ones. @throws RangeError for less than two points */
export function symmetricFixedPoint(stages: readonly Stage[], points: number): SymmetricFixedPoint | Unsettled {
  if (!(Number.isInteger(points) && points >= 2)) {
    throw new RangeError(`symmetricFixedPoint: needs at least 2 points; came ${points}.`);
  }
  const end = settle(limitLayer(stages), symmetricGram(points, 0));
  return end.kind === 'settled' ? { ...end, cosine: betweenBlocks(end.gram, 0, 0) / squaredNorm(end.gram, 0) } : end;
}

/** Norms and cosines of a symmetric end agree to this: Newton's rounding, 1e-15 times n at most 4096, with room. */
const ALIKE = 1e-9;

/**
 * Where the layers lead a batch of `odd` points and a cluster: odd points that stay odd, the symmetric state, or nowhere.
 *
 * Starts from `asymptoticShape` unless told. The answer attracts on two-block matrices; whether it attracts in all directions
 * is for `spectrum` to say (several odd points are saddles).
 * @throws RangeError unless 1 <= odd < points
 */
export function twoBlockFixedPoint(
  stages: readonly Stage[],
  points: number,
  odd = 1,
  start: TwoBlockShape = asymptoticShape(points, odd),
): TwoBlockFixedPoint | LedBack | Unsettled {
  const end = settle(limitLayer(stages), twoBlockGram(points, odd, start));
  if (end.kind === 'unsettled') return end;
  const shape = twoBlockShape(end.gram);
  const cosines = [shape.clusterCosine, shape.oddCosine].filter((cosine) => !Number.isNaN(cosine));
  const alike =
    Math.abs(shape.normRatio - 1) <= ALIKE && cosines.every((cosine) => Math.abs(cosine - shape.crossCosine) <= ALIKE);
  return alike ? { ...end, kind: 'symmetric' } : { ...end, ...shape, kind: 'two-block' };
}
