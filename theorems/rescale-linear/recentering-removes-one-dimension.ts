import { type BlockGram, blocksOfOne, normalised, toGram } from '../../src/limit/block-gram.js';
import { limitLayer } from '../../src/limit/limit-map.js';
import { build, trace } from '../../src/linalg/matrix.js';
import { stagesOf } from '../../src/network/layer.js';
import { batchNormLinear, rescaleLinear } from '../../src/network/layers.js';
import { derived } from '../../src/theory/source.js';
import { theorem } from '../../src/theory/theorem.js';
import { inAxes, isScattered, scatteredGram, type ScatteredPoints, zeroSumAxes } from '../scattered-points.js';
import { principalAxesStay } from './principal-axes-stay.js';

/** The recentred points in n - 1 orthonormal axes, of trace n - 1. */
export function reduced(gram: BlockGram): BlockGram {
  const dense = toGram(gram);
  const { rows, values } = inAxes(zeroSumAxes(dense.rows), dense);
  // Two products of three matrices are symmetric up to rounding only.
  const even = build<'point', 'point'>(
    rows,
    rows,
    (i, j) => ((values[i * rows + j] ?? NaN) + (values[j * rows + i] ?? NaN)) / 2,
  );
  return normalised(blocksOfOne(even));
}

/** Why: rows that sum to zero are rows of n - 1 coordinates of the same length, and rescaling sees lengths only. */
export const recenteringRemovesOneDimension = theorem<ScatteredPoints>({
  id: 'rescale-linear/recentering-removes-one-dimension',
  kind: 'limit',
  says: 'Batch normalisation without a non-linearity is rescaling alone in the n - 1 dimensions of what sums to zero: every claim about rescaling holds there with n - 1 for n.',
  formula: String.raw`U F_{RC+RS}(C)\, U^\top \propto F_{RS}(U C U^\top),\quad U U^\top = I_{n-1},\ U 1 = 0`,
  source: derived('docs/derivations.md#batch-normalised-linear-layers'),
  covers: ['contrasts B1'],
  uses: [principalAxesStay],
  assumes: { 'at least three points': ({ points }) => points.length >= 3, 'the points scatter': isScattered },
  layer: () => batchNormLinear,
  margins: (batch, layer) => {
    const gram = scatteredGram(batch);
    const found = limitLayer(stagesOf(layer))({ gram }).gram;
    const dense = toGram(found);
    const onAxes = toGram(reduced(found));
    const expected = toGram(limitLayer(stagesOf(rescaleLinear))({ gram: reduced(gram) }).gram);
    const apart = onAxes.values.map((x, m) => Math.abs(x - (expected.values[m] ?? NaN)));
    const total = dense.values.reduce((sum, x) => sum + x, 0);
    return {
      'in the axes': -Math.max(...apart),
      'rows sum to zero': -Math.abs(total) / trace(dense),
    };
  },
});
