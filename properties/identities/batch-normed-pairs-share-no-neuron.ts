import fc from 'fast-check';
import { identity, leaky } from '../../src/network/activations.js';
import { activate, keep } from '../../src/network/stages.js';
import { roundoff } from '../../src/theory/allowance.js';
import { evidence } from '../../src/theory/claim.js';
import {
  batchNormedPairsShareNoNeuron,
  before,
  nearness,
  type TwoPoints,
} from '../../theorems/identities/batch-normed-pairs-share-no-neuron.js';
import { continuousWeights, places } from '../instances.js';
import { recenterAtFirst } from '../mutants.js';
import { rescaleByMagnitude, rescaleWithEpsilon } from '../slips.js';

export default evidence<TwoPoints>({
  theorem: batchNormedPairsShareNoNeuron,
  given: fc.record({ places: places(12), ...continuousWeights() }),
  cases: 400,
  allowance: roundoff(
    rounding,
    'none in the inner product: one factor is 0; in a squared norm twice what batch normalisation of two numbers has, and the sum',
  ),
  regimes: {
    'one neuron': ({ width }) => width === 1,
    'one input': (instance) => instance.places.length === 1,
    'weights without a variance': ({ weights }) => weights === 'cauchy',
  },
  survives: { 'the mean magnitude for the root of the mean square': { rescale: rescaleByMagnitude } },
  breaks: {
    'no recentering': { recenter: keep },
    'no rescaling': { rescale: keep },
    'no activation': { activate: activate(identity) },
    'a leaky ReLU': { activate: activate(leaky(0.01)) },
    'the first point for the mean': { recenter: recenterAtFirst },
    'an epsilon under the root': { rescale: rescaleWithEpsilon },
  },
});

/** Twice 4.5 Z/|z1 - z2| + 5 for every neuron, one for each square, and one for each of the d terms in the sum. */
function rounding(instance: TwoPoints, clause: string): number {
  if (clause === 'orthogonal') return 0;
  const z = before(instance);
  let total = z.rows * z.rows;
  for (let k = 0; k < z.rows; k++) total += 9 * nearness(z, k) + 11;
  return total;
}
