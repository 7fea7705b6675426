import { recenterRelu } from '../../src/network/layers.js';
import { derived } from '../../src/theory/source.js';
import { type DeterministicTheorem, theorem } from '../../src/theory/theorem.js';
import { oddPointState } from '../odd-point-state.js';
import { pointsWith, type SeveralOddPoints } from '../several-odd-points.js';
import { severalOddPointsAreSaddles } from './several-odd-points-are-saddles.js';

/** Why: at a fixed point every group's 1 - cosine solves one equation, g = 1 - kappa(1 - g/mu), which has one positive solution. */
export const oddPointsAreAsTightAsTheCluster = theorem<SeveralOddPoints>({
  id: 'recenter-relu/odd-points-are-as-tight-as-the-cluster',
  kind: 'limit',
  says: 'In every state of several odd points and a cluster, the odd points are exactly as close to each other in angle as the points of the cluster, whatever the sizes of the two groups.',
  formula: String.raw`\cos(x_o, x_{o'}) = \cos(x_i, x_j)`,
  source: derived('docs/derivations.md#equal-tightness'),
  covers: ['RC+ReLU I6'],
  uses: [severalOddPointsAreSaddles],
  assumes: {
    'at least two odd points': ({ odd }) => odd >= 2,
    'at least 3 k + 3 points': ({ beyond }) => beyond >= 0,
  },
  layer: () => recenterRelu,
  ...tighterBy(() => 1),
});

/** The conclusion for a given quotient of odd points' 1 - cosine to the cluster's, so that a false one can be put in its place. */
export function tighterBy(
  quotient: (batch: SeveralOddPoints) => number,
): Pick<DeterministicTheorem<SeveralOddPoints>, 'margins'> {
  return {
    margins: (batch, layer) => {
      const state = oddPointState(pointsWith(batch), layer, batch.odd);
      if (state === undefined) return { 'such a state exists': -1 };
      const found = (1 - state.oddCosine) / state.clusterGap;
      return { 'relative difference of 1 - cosine': -Math.abs(found / quotient(batch) - 1) };
    },
  };
}
