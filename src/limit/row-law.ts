import type { BlockGram } from './block-gram.js';

/**
 * The law of one neuron's pre-activations over the batch, in the limit of infinite width: what a stage acts on.
 *
 * - `gaussian`: centred normal with this covariance.
 * - `unit`: such a normal vector divided by its root-mean-square over the batch.
 * - `moment`: only the second moments are known (what is left after a non-linearity).
 *
 * `tangent`, when present, is a direction in the space of covariances that the stages push forward along with it.
 */
export interface RowLaw {
  readonly kind: 'gaussian' | 'unit' | 'moment';
  readonly covariance: BlockGram;
  readonly tangent?: BlockGram;
}
