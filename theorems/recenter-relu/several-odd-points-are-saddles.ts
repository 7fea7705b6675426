import { spectrum } from '../../src/limit/spectrum.js';
import { stagesOf } from '../../src/network/layer.js';
import { recenterRelu } from '../../src/network/layers.js';
import { observed } from '../../src/theory/source.js';
import { type DeterministicTheorem, theorem } from '../../src/theory/theorem.js';
import { inBand, oddPointState } from '../odd-point-state.js';
import { pointsWith, type SeveralOddPoints } from '../several-odd-points.js';
import { oddPointExistsFromSeven } from './odd-point-exists-from-seven.js';

/** The conclusion for a given number of unstable directions, so that a false one can be put in its place. */
export function unstableIn(
  directions: (batch: SeveralOddPoints) => number,
): Pick<DeterministicTheorem<SeveralOddPoints>, 'margins'> {
  return {
    margins: (batch, layer) => {
      const { odd } = batch;
      const points = pointsWith(batch);
      const state = oddPointState(points, layer, odd);
      if (state === undefined) return { 'such a state exists': -1 };
      const { eigenvalues } = spectrum(stagesOf(layer), state.gram);
      const unstable = eigenvalues.filter(({ value }) => value > 1);
      const count = unstable.reduce((sum, { multiplicity }) => sum + multiplicity, 0);
      const top = unstable[0]?.value ?? NaN;
      const next = eigenvalues.find(({ value }) => value <= 1)?.value ?? NaN;
      return {
        'unstable directions': -Math.abs(count - directions(batch)),
        'they grow at one rate': 1 - unstable.length,
        'near 1 + k/n': inBand((top - 1) * points, 0.3 * odd, odd),
        'all others contract by 1 - 0.08 k/n or faster': 1 - (0.08 * odd) / points - next,
      };
    },
  };
}

/** Why: among k odd points one that is longer than the others moves the mean towards itself, so the layer favours it: 1 + 2k/n against 1 + 2/n inside the group. */
export const severalOddPointsAreSaddles = theorem<SeveralOddPoints>({
  id: 'recenter-relu/several-odd-points-are-saddles',
  kind: 'limit',
  says: 'States with k = 2 to 8 equal odd points exist for n >= 3k + 3, and each is a saddle: exactly k - 1 directions grow, at one rate close to 1 + k/n, those that make the odd points unequal.',
  formula: String.raw`\#\{\lambda > 1\} = k - 1,\quad 1 + 0.3\tfrac kn \le \lambda_{\max} \le 1 + \tfrac kn`,
  source: observed(
    'existence and number of growing directions are proved for two to four odd points among up to 128, docs/derivations.md#group-states; the rest are fixed points and exact spectra at infinite width for each k and n tried',
  ),
  covers: ['RC+ReLU I6'],
  uses: [oddPointExistsFromSeven],
  assumes: {
    'two to eight odd points': ({ odd }) => odd >= 2 && odd <= 8,
    'at least 3 k + 3 points': ({ beyond }) => beyond >= 0,
  },
  layer: () => recenterRelu,
  ...unstableIn(({ odd }) => odd - 1),
});
