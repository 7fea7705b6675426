import { symmetricEigenvalues } from '../../src/linalg/eigen.js';
import { rank } from '../../src/geometry/spectrum.js';
import type { Batch } from '../../src/linalg/matrix.js';
import { gram } from '../../src/linalg/product.js';
import { blocksOfOne, toGram } from '../../src/limit/block-gram.js';
import { limitLayer } from '../../src/limit/limit-map.js';
import { applyLayer } from '../../src/network/direct.js';
import { stagesOf } from '../../src/network/layer.js';
import { reluAlone } from '../../src/network/layers.js';
import { rescale } from '../../src/network/stages.js';
import { gaussian } from '../../src/network/weights.js';
import { log } from '../../src/portable/log.js';
import { derived } from '../../src/theory/source.js';
import { type ProbableTheorem, theorem } from '../../src/theory/theorem.js';
import { type BatchChoice, drawChosen } from '../batch-choice.js';
import { wideReluRankCountsRays } from './wide-relu-rank-counts-rays.js';

/** What the probability is to be. */
const PROBABILITY = 0.95;

/**
 * The smallest eigenvalue of E[relu(z) relu(z)'] for a neuron z brought to norm 1 over the batch: (1 - 1/pi) / 2n for orthogonal
 * points of one norm.
 */
export function leastOfOneNeuron(batch: Batch): number {
  const stages = stagesOf({ ...reluAlone, rescale });
  const found = symmetricEigenvalues(toGram(limitLayer(stages)({ gram: blocksOfOne(gram(batch)) }).gram));
  return (found.at(-1) ?? NaN) / (2 * batch.cols); // of trace n there, and 1/2 here
}

/** The width at which n exp(-d mu) falls below what may fail. */
export function enough(batch: Batch): number {
  return Math.ceil(log(batch.cols / (1 - PROBABILITY)) / leastOfOneNeuron(batch));
}

/** The event at a given width, on the batch or what is made of it, so that a false one can be put in its place. */
export function fullRankAt(
  widthOf: (batch: Batch) => number,
  prepare: (batch: Batch) => Batch = (batch) => batch,
): Pick<ProbableTheorem<BatchChoice>, 'event'> {
  return {
    event: (choice, layer, key) => {
      const batch = drawChosen(choice);
      const weights = gaussian.draw(key, widthOf(batch), batch.rows);
      const after = applyLayer(stagesOf(layer), weights, prepare(batch));
      return { 'full rank': rank(after) - batch.cols };
    },
  };
}

/** Why: the rank does not see the scale of a neuron; brought to norm 1, d of them obey the matrix Chernoff bound. */
export const wideEnoughReluHasFullRank = theorem<BatchChoice>({
  id: 'rank/wide-enough-relu-has-full-rank',
  kind: 'probable',
  says: 'A ReLU layer of log(20 n)/mu neurons gives independent points full rank with probability 0.95, mu being the least eigenvalue of one neuron brought to norm 1.',
  formula: String.raw`P(\mathrm{rank}\, \mathrm{relu}(WX) < n) \le n e^{-d\mu}`,
  source: derived('docs/derivations.md#rank-by-chance'),
  covers: ['contrasts E3'],
  uses: [wideReluRankCountsRays],
  assumes: { 'as many inputs as points': ({ inputs, points }) => inputs >= points && points >= 2 },
  layer: () => reluAlone,
  probability: PROBABILITY,
  indifference: 0.15,
  ...fullRankAt(enough),
});
