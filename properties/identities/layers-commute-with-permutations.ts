import fc from 'fast-check';
import { tanh } from '../../src/network/activations.js';
import { activate, keep } from '../../src/network/stages.js';
import { roundoff } from '../../src/theory/allowance.js';
import { evidence } from '../../src/theory/claim.js';
import { ordered } from '../../theorems/batch-choice.js';
import {
  layersCommuteWithPermutations,
  permutedBy,
  type PermutedBatch,
} from '../../theorems/identities/layers-commute-with-permutations.js';
import { whole } from '../arbitraries.js';
import { layerRegimes, layers } from '../batches.js';
import { recenterAtFirst } from '../mutants.js';
import { recenterSoFar } from '../slips.js';

const shuffled = ({ points, moves }: PermutedBatch): boolean => ordered(points, moves).some((from, i) => from !== i);

export default evidence<PermutedBatch>({
  theorem: layersCommuteWithPermutations,
  given: fc.record({ ...layers(16), moves: fc.array(whole(0, 31), { maxLength: 31, size: 'max' }) }),
  cases: 300,
  allowance: roundoff(
    rounding,
    'as for a batch-normalised row on either side: n + 2 of Z over sigma times 1 + sqrt n, and (n + 5)/2 of at most sqrt n',
  ),
  regimes: {
    ...layerRegimes,
    'the order stays': (batch) => !shuffled(batch),
    'another order': shuffled,
  },
  survives: {
    'no recentering': { recenter: keep },
    'a hyperbolic tangent': { activate: activate(tanh) },
  },
  breaks: {
    'the first point for the mean': { recenter: recenterAtFirst },
    'the mean so far': { recenter: recenterSoFar },
    'the inverse permutation': { instead: permutedBy(({ points, moves }) => inverse(ordered(points, moves))) },
    'batch normalisation to the last bit': {
      instead: {
        margins: (batch, layer) => {
          const { 'batch normalisation': margin = NaN } = layersCommuteWithPermutations.margins(batch, layer);
          return { 'batch normalisation': margin === 0 ? 0 : -Infinity };
        },
      },
    },
  },
});

function rounding({ points }: PermutedBatch, clause: string): number {
  const root = Math.sqrt(points);
  return clause === 'weights and ReLU' ? 0 : 2.02 * (points + 2) * (1 + root) + (points + 5) * root;
}

function inverse(order: readonly number[]): readonly number[] {
  return order.map((_, i) => order.indexOf(i));
}
