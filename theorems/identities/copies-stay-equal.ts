import { type Batch, build } from '../../src/linalg/matrix.js';
import { stagesOf } from '../../src/network/layer.js';
import { batchNormRelu } from '../../src/network/layers.js';
import { derived } from '../../src/theory/source.js';
import { type DeterministicTheorem, theorem } from '../../src/theory/theorem.js';
import { drawChosen, type LayerChoice, throughLayers } from '../batch-choice.js';

export interface BatchWithCopy extends LayerChoice {
  readonly depth: number;
  /** Which point is copied, counted round; the copy comes last. */
  readonly copied: number;
}

/** The conclusion for a given multiple in the place of the copy, so that a false one can be put there. */
export function withLast(multiple: number): Pick<DeterministicTheorem<BatchWithCopy>, 'margins'> {
  return {
    margins: (instance, layer) => {
      const { points, depth } = instance;
      const copied = instance.copied % points;
      const batch = drawChosen(instance);
      const at = (k: number, i: number): number => batch.values[k * points + i] ?? NaN;
      const given = build<'neuron', 'point'>(batch.rows, points + 1, (k, i) =>
        i < points ? at(k, i) : multiple * at(k, copied),
      );
      const after = throughLayers(stagesOf(layer), instance, given, depth);
      return { 'neurons that differ': -differing(after, copied, points, multiple) };
    },
  };
}

/** Why: a neuron treats all points alike, so what is equal before a layer is the same arithmetic on the same numbers. */
export const copiesStayEqual = theorem<BatchWithCopy>({
  id: 'identities/copies-stay-equal',
  kind: 'exact',
  says: 'A point and its copy stay equal through batch normalisation, ReLU and any weights, to the last bit.',
  formula: String.raw`x_i = x_j \implies f(X)_i = f(X)_j`,
  source: derived('docs/derivations.md#rounding-of-the-stages'),
  covers: ['contrasts F10'],
  uses: [],
  assumes: { 'points that differ': ({ points }) => points >= 3, 'at least one layer': ({ depth }) => depth >= 1 },
  layer: () => batchNormRelu,
  ...withLast(1),
});

/** Neurons in which column j is not `multiple` times column i, bit for bit. */
function differing({ rows, cols, values }: Batch, i: number, j: number, multiple: number): number {
  let count = 0;
  for (let k = 0; k < rows; k++) {
    if (multiple * (values[k * cols + i] ?? NaN) !== values[k * cols + j]) count += 1;
  }
  return count;
}
