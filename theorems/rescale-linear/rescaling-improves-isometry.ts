import { isometry, spectrum } from '../../src/geometry/spectrum.js';
import type { Batch } from '../../src/linalg/matrix.js';
import { applyLayer } from '../../src/network/direct.js';
import { type Layer, stagesOf } from '../../src/network/layer.js';
import { linear, rescaleLinear } from '../../src/network/layers.js';
import { exp } from '../../src/portable/exp.js';
import { log } from '../../src/portable/log.js';
import { derived } from '../../src/theory/source.js';
import { theorem } from '../../src/theory/theorem.js';
import { scatteredBatch } from '../finite-batch.js';
import { isScattered, type ScatteredPoints } from '../scattered-points.js';
import { drawWeights, type WeightChoice } from '../weight-choice.js';

export type WeightedPoints = WeightChoice & ScatteredPoints;

/** The layer's output, and what the weights alone make of the batch. Shape of both: width × points. */
export function outputs(instance: WeightedPoints, layer: Layer): { readonly before: Batch; readonly after: Batch } {
  const input = scatteredBatch(instance);
  const weights = drawWeights(instance, input.rows);
  return { before: applyLayer(stagesOf(linear), weights, input), after: applyLayer(stagesOf(layer), weights, input) };
}

/** Arithmetic over geometric mean of the mean squares of the rows. */
function unevenness({ rows, cols, values }: Batch): number {
  let [sum, logarithms] = [0, 0];
  for (let k = 0; k < rows; k++) {
    const square = values.subarray(k * cols, (k + 1) * cols).reduce((total, x) => total + x * x, 0);
    sum += square;
    logarithms += log(square);
  }
  return sum / rows / exp(logarithms / rows);
}

/** The ratio of the largest singular value to the smallest. */
export function condition(batch: Batch): number {
  return 1 / (spectrum(batch).at(-1) ?? NaN);
}

/** Why: dividing a row divides the determinant as it does the row, and makes all rows equally long. */
export const rescalingImprovesIsometry = theorem<WeightedPoints>({
  id: 'rescale-linear/rescaling-improves-isometry',
  kind: 'exact',
  says: "Rescaling the rows of a square batch multiplies its isometry, geometric over arithmetic mean of the eigenvalues, by the arithmetic over the geometric mean of the rows' mean squares: never less than 1.",
  formula: String.raw`\frac{\mathrm{iso}(RS\,Z)}{\mathrm{iso}(Z)} = \frac{\frac1d\sum_k r_k^2}{(\prod_k r_k^2)^{1/d}} \ge 1\quad (d = n)`,
  source: derived('docs/derivations.md#isometry'),
  covers: ['contrasts A14'],
  uses: [],
  assumes: {
    'as many neurons as points': ({ width, points }) => width === points.length,
    'the points scatter': isScattered,
  },
  layer: () => rescaleLinear,
  margins: (instance, layer) => {
    const { before, after } = outputs(instance, layer);
    const gain = isometry(after) / isometry(before);
    return { 'gain is the unevenness': -Math.abs(gain / unevenness(before) - 1), 'no loss': gain - 1 };
  },
});
