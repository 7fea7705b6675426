import { symmetricEigenvalues } from '../src/linalg/eigen.js';
import { type Batch, isFinite, scaled } from '../src/linalg/matrix.js';
import { gram } from '../src/linalg/product.js';
import { blocksOfOne, toGram } from '../src/limit/block-gram.js';
import { limitLayer } from '../src/limit/limit-map.js';
import type { Stage } from '../src/network/stage.js';
import type { Margins } from '../src/theory/theorem.js';

/** What an eigenvalue that is not 0 exceeds, relative to the largest, on batches of integer points of this size. */
const FLOOR = 1e-10;

/**
 * The eigenvalues of the Gram matrix after a wide layer, over the largest, in descending order.
 *
 * The batch goes in times its number of points, so that recentering integers does not round. NaN for a batch that the stages
 * send to zero.
 */
export function wideEigenvalues(stages: readonly Stage[], batch: Batch): Float64Array {
  const before = gram(scaled(batch, batch.cols));
  const after = toGram(limitLayer(stages)({ gram: blocksOfOne(before) }).gram);
  if (!isFinite(after)) return new Float64Array(batch.cols).fill(NaN);
  const found = symmetricEigenvalues(after);
  return found.map((x) => x / (found[0] ?? NaN));
}

/** That exactly `rank` of the eigenvalues are not 0. */
export function rankMargins(eigenvalues: Float64Array, rank: number): Margins {
  const beyond = rank < eigenvalues.length ? Math.abs(eigenvalues[rank] ?? NaN) : 0;
  return { 'no fewer': (eigenvalues[rank - 1] ?? NaN) - FLOOR, 'no more': -beyond };
}
