import { linear } from '../../src/network/layers.js';
import { recenter, rescale } from '../../src/network/stages.js';
import { derived } from '../../src/theory/source.js';
import { theorem } from '../../src/theory/theorem.js';
import { distance, entriesOf, type Row, through } from '../row.js';
import { recenteringErasesAConstantRow } from './recentering-erases-a-constant-row.js';
import { rescalingForgetsTheScale } from './rescaling-forgets-the-scale.js';

export interface AffineRow extends Row {
  readonly factor: number;
  readonly shift: number;
}

/** The row that was scaled and shifted. */
function image({ factor, shift, ...row }: AffineRow): Float64Array {
  return entriesOf(row).map((x) => factor * x + shift);
}

/** Why: recentering takes the shift away, and rescaling the factor. */
export const batchNormForgetsScaleAndShift = theorem<AffineRow>({
  id: 'identities/batch-norm-forgets-scale-and-shift',
  kind: 'exact',
  says: 'Batch normalisation gives a neuron and every increasing affine image of it the same values.',
  formula: String.raw`BN(s z + t \mathbf 1) = BN(z)\quad (s > 0)`,
  source: derived('docs/derivations.md#rounding-of-the-stages'),
  covers: ['contrasts F6'],
  uses: [recenteringErasesAConstantRow, rescalingForgetsTheScale],
  assumes: {
    'a row that is not constant': ({ apart }) => apart > 0,
    'a positive factor': ({ factor }) => factor > 0,
  },
  layer: () => ({ ...linear, recenter, rescale }),
  margins: (row, layer) => {
    const stages = [layer.recenter, layer.rescale];
    return { 'same values': -distance(through(stages, image(row)), through(stages, entriesOf(row))) };
  },
});
