import { type Batch, type Factor, isFinite, renamed } from '../linalg/matrix.js';
import { clusterCosine, type ClusterCosine, crossCosine, type CrossCosine, remotePoint } from './cluster.js';
import { cosines } from './cosines.js';
import { relativeNorms } from './norms.js';
import { normRatio, oddPoint, oddPoints } from './odd-point.js';
import { orthogonalityGap } from './orthogonality-gap.js';
import { isometry, rank, spectrum, stableRank } from './spectrum.js';

/** What makes numbers of a batch meaningless. `dead points`: some norms are 0; `dead batch`: all are, or there are no points. */
export type Degeneracy = 'none' | 'dead batch' | 'dead points' | 'non-finite';

/** The geometry of a batch in numbers. None of them depends on scale or rotation; each is defined where its function is. */
export interface BatchGeometry {
  readonly points: number;
  readonly degenerate: Degeneracy;
  /** Index of the point of largest norm, or -1. */
  readonly oddPoint: number;
  /** How many points have a norm far above the median. */
  readonly oddPoints: number;
  readonly normRatio: number;
  readonly clusterCosine: ClusterCosine;
  readonly crossCosine: CrossCosine;
  /** Index of the point of smallest mean cosine, or -1. */
  readonly remotePoint: number;
  readonly orthogonalityGap: number;
  readonly rank: number;
  readonly stableRank: number;
  readonly isometry: number;
}

/** Names the case in which quotients are undefined. Never throws. Cost: d n. */
export function degeneracy(factor: Batch | Factor): Degeneracy {
  if (!isFinite(renamed<'factor', 'point'>(factor))) return 'non-finite';
  const { norms } = relativeNorms(factor);
  if (norms.every((norm) => norm === 0)) return 'dead batch';
  return norms.includes(0) ? 'dead points' : 'none';
}

/**
 * All of it, from any factor of the Gram matrix: a batch, its triangular factor, or the state of a Gram chain.
 *
 * Never throws: what has no value for this input is NaN (an index: -1), and `degenerate` says why. Also NaN, without
 * degeneracy: `clusterCosine` of n <= 2 points and `crossCosine` of one. Cost: 3 d n^2 and an SVD of n x n, so a long simulation
 * calls the single functions instead.
 * @param options.rankTolerance relative to the largest singular value, 1e-9 unless given
 * @param options.singular `spectrum(factor)`, for a caller who has it
 */
export function describeGeometry(
  factor: Batch | Factor,
  options: { readonly rankTolerance?: number; readonly singular?: Float64Array } = {},
): BatchGeometry {
  const odd = oddPoint(factor);
  const among = cosines(factor);
  const { singular = spectrum(factor) } = options;
  return {
    points: factor.cols,
    degenerate: degeneracy(factor),
    oddPoint: odd,
    oddPoints: oddPoints(factor),
    normRatio: normRatio(factor),
    clusterCosine: clusterCosine(factor, odd, among),
    crossCosine: crossCosine(factor, odd),
    remotePoint: remotePoint(factor, among),
    orthogonalityGap: orthogonalityGap(factor),
    rank: rank(factor, options.rankTolerance, singular),
    stableRank: stableRank(factor, singular),
    isometry: isometry(factor, singular),
  };
}
