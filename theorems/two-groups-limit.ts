import { type BlockGram, blockGram } from '../src/limit/block-gram.js';

/** `odd` copies of one point and `cluster` copies of another, by what a Gaussian network sees of them: norms and angle. */
export interface TwoGroupsGram {
  readonly odd: number;
  readonly cluster: number;
  readonly oddNorm: number;
  readonly clusterNorm: number;
  /** Cosine between the two places. */
  readonly cosine: number;
}

/** The Gram matrix of the batch; block 0 is the odd group. */
export function twoGroupsGram({ odd, cluster, oddNorm, clusterNorm, cosine }: TwoGroupsGram): BlockGram {
  const cross = cosine * oddNorm * clusterNorm;
  return blockGram([odd, cluster], [0, 0], [oddNorm * oddNorm, cross, cross, clusterNorm * clusterNorm]);
}

/** |x - y|^2 of the two places. */
export function squaredDistance({ oddNorm, clusterNorm, cosine }: TwoGroupsGram): number {
  return oddNorm * oddNorm + clusterNorm * clusterNorm - 2 * cosine * oddNorm * clusterNorm;
}

/** The two places differ by more than a millionth of their norms, so that their difference survives rounding. */
export function differ(batch: TwoGroupsGram): boolean {
  const largest = Math.max(batch.oddNorm, batch.clusterNorm);
  return squaredDistance(batch) > 1e-6 * largest * largest;
}
