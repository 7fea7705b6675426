import { squaredSum } from '../row.js';
import { applyLayer } from '../../src/network/direct.js';
import { stagesOf } from '../../src/network/layer.js';
import { recenterRelu } from '../../src/network/layers.js';
import { recenter } from '../../src/network/stages.js';
import { rademacher } from '../../src/network/weights.js';
import { derived } from '../../src/theory/source.js';
import { type Law, theorem } from '../../src/theory/theorem.js';
import { type BatchChoice, drawChosen } from '../batch-choice.js';

export interface BatchBeforeALayer extends BatchChoice {
  readonly width: number;
}

/** |X|^2 or, recentred, |XP|^2. */
export function squaredNorm(choice: BatchChoice, recentred: boolean): number {
  const batch = drawChosen(choice);
  if (recentred) recenter.onBatchInto(batch);
  return squaredSum(batch.values);
}

/** The law of |relu(WXP)|^2 / (d |X|^2), which is at most 1 since each |w| is: the mean when this norm is halved. */
export function halving(norm: (choice: BatchChoice) => number): Law<BatchBeforeALayer> {
  return {
    of: 'mean',
    mean: (choice) => norm(choice) / (2 * choice.inputs * squaredNorm(choice, false)),
    range: () => [0, 1],
  };
}

/** Why: relu(y)^2 + relu(-y)^2 = y^2, and y = w'(x - mean) has the law of -y and variance |x - mean|^2 / inputs. */
export const recenterReluHalvesTheCentredNorm = theorem<BatchBeforeALayer>({
  id: 'identities/recenter-relu-halves-the-centred-norm',
  kind: 'law',
  says: 'Recentering and ReLU halve the expected squared norm of the centred batch, for symmetric weights: with variance 2/width in place of 1/inputs they keep it.',
  formula: String.raw`\mathbb E \|\mathrm{relu}(WXP)\|^2 = \frac{d}{2 d_{in}} \|XP\|^2`,
  source: derived('docs/derivations.md#two-points-and-a-coin'),
  covers: ['contrasts F18'],
  uses: [],
  assumes: { 'points that differ': ({ points }) => points >= 3 },
  layer: () => recenterRelu,
  law: halving((choice) => squaredNorm(choice, true)),
  // Signs for weights: a bounded law, so that its mean can be tested.
  sample: (choice, layer, key) => {
    const weights = rademacher.draw(key, choice.width, choice.inputs);
    const after = applyLayer(stagesOf(layer), weights, drawChosen(choice));
    return squaredSum(after.values) / (choice.width * squaredNorm(choice, false));
  },
});
