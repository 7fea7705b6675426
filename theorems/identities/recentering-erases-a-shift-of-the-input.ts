import { build } from '../../src/linalg/matrix.js';
import { stagesOf } from '../../src/network/layer.js';
import { applyLayer } from '../../src/network/direct.js';
import { linear } from '../../src/network/layers.js';
import { recenter } from '../../src/network/stages.js';
import { derived } from '../../src/theory/source.js';
import { type DeterministicTheorem, theorem } from '../../src/theory/theorem.js';
import { drawChosen, type LayerChoice, rowOf, weightsOf } from '../batch-choice.js';
import { distance } from '../row.js';

export interface ShiftedBatch extends LayerChoice {
  /** Added to every input of every point, times 1, -1/2, 1/3, ... from the first input to the last. */
  readonly shift: number;
}

/** By how much input j of point i is shifted. */
export type ShiftOf = (instance: ShiftedBatch, j: number, i: number) => number;

export const alike: ShiftOf = ({ shift }, j) => (j % 2 === 0 ? shift : -shift) / (j + 1);

/** The conclusion for given shifts, so that false ones can be put in their place. Errors are relative to the terms summed. */
export function unmovedBy(shiftOf: ShiftOf): Pick<DeterministicTheorem<ShiftedBatch>, 'margins'> {
  return {
    margins: (instance, layer) => {
      const batch = drawChosen(instance);
      const { rows: inputs, cols: points } = batch;
      const weights = weightsOf(instance);
      const at = (j: number, i: number): number => batch.values[j * points + i] ?? NaN;
      const shifted = build<'neuron', 'point'>(inputs, points, (j, i) => at(j, i) + shiftOf(instance, j, i));
      const here = applyLayer(stagesOf(layer), weights, batch);
      const there = applyLayer(stagesOf(layer), weights, shifted);
      let worst = 0;
      for (let k = 0; k < weights.rows; k++) {
        let scale = 0;
        for (let i = 0; i < points; i++) {
          let terms = 0;
          for (let j = 0; j < inputs; j++) {
            const size = Math.abs(at(j, i)) + Math.abs(shiftOf(instance, j, i));
            terms += Math.abs(weights.values[k * inputs + j] ?? NaN) * size;
          }
          scale = Math.max(scale, terms);
        }
        worst = Math.max(worst, distance(rowOf(here, k), rowOf(there, k)) / scale);
      }
      return { 'nothing moves': -worst };
    },
  };
}

/** Why: W(X + v1') = WX + (Wv)1', constant on every neuron, which the mean takes along. */
export const recenteringErasesAShiftOfTheInput = theorem<ShiftedBatch>({
  id: 'identities/recentering-erases-a-shift-of-the-input',
  kind: 'exact',
  says: 'A vector added to every point of the batch is gone after the next recentering, for any weights.',
  formula: String.raw`W(X + v \mathbf 1^\top) P = W X P`,
  source: derived('docs/derivations.md#rounding-of-the-stages'),
  covers: ['contrasts F3'],
  uses: [],
  assumes: { 'at least two points': ({ points }) => points >= 2 },
  layer: () => ({ ...linear, recenter }),
  ...unmovedBy(alike),
});
