import type { RowLaw } from '../limit/row-law.js';
import type { Batch } from '../linalg/matrix.js';
import type { Activation } from './activation.js';

/**
 * One piece of a layer, with two faces: what it does to a batch, and what it does to the law of a row at infinite width.
 *
 * Every stage of the paper acts on each neuron's row by itself, which is why a network with Gaussian weights is a Markov chain
 * on Gram matrices. Swapping a stage swaps both faces, so one negative control serves finite and infinite claims alike.
 */
export interface Stage {
  readonly name: string;
  /** Acts on a batch in place, row by row. */
  readonly onBatchInto: (z: Batch) => void;
  /** Acts on the law of a row. @throws NoClosedForm when the limit is not known in closed form */
  readonly onRows: (law: RowLaw) => RowLaw;
  /** The a with stage(s z) = s^a stage(z) for all s > 0: 1 for recentering, 0 for rescaling; undefined when there is none. */
  readonly degree: number | undefined;
  /** What the stage applies to every entry, when that is all it does: lets a compiled chain run its own code for it. */
  readonly activation?: Activation;
}
