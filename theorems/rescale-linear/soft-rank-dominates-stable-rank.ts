import { singularValues } from '../../src/linalg/singular.js';
import { applyLayer } from '../../src/network/direct.js';
import { type Layer, stagesOf } from '../../src/network/layer.js';
import { rescaleLinear } from '../../src/network/layers.js';
import { literature } from '../../src/theory/source.js';
import { type DeterministicTheorem, type Margins, theorem } from '../../src/theory/theorem.js';
import { scatteredBatch } from '../finite-batch.js';
import type { ScatteredPoints } from '../scattered-points.js';
import { drawWeights, type WeightChoice } from '../weight-choice.js';

export interface SoftRank extends WeightChoice, ScatteredPoints {
  /** The threshold tau, in [0, 1]. */
  readonly threshold: number;
}

/** The eigenvalues of HH'/n for the batch H that leaves the layer, one a neuron. */
function neuronEigenvalues(instance: SoftRank, layer: Layer): Float64Array {
  const input = scatteredBatch(instance);
  const batch = applyLayer(stagesOf(layer), drawWeights(instance, input.rows), input);
  const found = singularValues(batch).map((value) => (value * value) / input.cols);
  const all = new Float64Array(instance.width); // with more neurons than points the others are 0
  all.set(found);
  return all;
}

/** How many eigenvalues are `threshold` or more, less this share of the stable rank d^2/|M|^2. */
export function softRankMargins(values: Float64Array, threshold: number, share: number): Margins {
  const squares = values.reduce((sum, value) => sum + value * value, 0);
  const count = values.reduce((sum, value) => (value >= threshold ? sum + 1 : sum), 0);
  return { 'soft rank': count - (share * values.length * values.length) / squares };
}

/** The conclusion with a given function of tau for (1 - tau)^2, so that a false one can be put in its place. */
export function softRankAtLeast(share: (threshold: number) => number): Pick<DeterministicTheorem<SoftRank>, 'margins'> {
  return {
    margins: (instance, layer) =>
      softRankMargins(neuronEigenvalues(instance, layer), instance.threshold, share(instance.threshold)),
  };
}

/** Why: Paley and Zygmund for an eigenvalue drawn at random, whose mean is 1 because every row has mean square 1. */
export const softRankDominates = theorem<SoftRank>({
  id: 'rescale-linear/soft-rank-dominates-stable-rank',
  kind: 'exact',
  says: "After rescaling, at least (1 - tau)^2 d^2/|M|^2 eigenvalues of M = HH'/n are tau or more, for every tau in [0, 1] and any weights.",
  formula: String.raw`\#\{i : \lambda_i(M) \ge \tau\} \ge (1-\tau)^2\, \frac{(\mathrm{tr} M)^2}{\|M\|_F^2},\quad M = \tfrac1n H H^\top`,
  source: literature(
    'Daneshmand, Kohler, Bach, Hofmann and Lucchi 2020 (arXiv:2003.01652), the first inequality of Theorem 2; proved in docs/derivations.md#soft-rank',
  ),
  covers: ['contrasts L2', 'contrasts A10b'],
  uses: [],
  assumes: { 'a threshold in [0, 1]': ({ threshold }) => threshold >= 0 && threshold <= 1 },
  layer: () => rescaleLinear,
  ...softRankAtLeast((threshold) => (1 - threshold) * (1 - threshold)),
});
