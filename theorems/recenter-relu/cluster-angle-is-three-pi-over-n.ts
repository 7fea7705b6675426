import { recenterRelu } from '../../src/network/layers.js';
import { derived } from '../../src/theory/source.js';
import { type DeterministicTheorem, theorem } from '../../src/theory/theorem.js';
import { inBand, oddPointState } from '../odd-point-state.js';
import { oddPointExistsFromSeven } from './odd-point-exists-from-seven.js';
import type { BatchSize } from './symmetric-state-is-fixed.js';

/** What 1 - rho is, times n^2: 9 pi^2 / 2. */
export const GAP = 4.5 * Math.PI * Math.PI;

/** The conclusion with given coefficients of 1 and 1/n, so that false ones can be put in their place. */
export function gapIs(leading: number, slope: number): Pick<DeterministicTheorem<BatchSize>, 'margins'> {
  return {
    margins: ({ points: n }, layer) => {
      const rest = ((oddPointState(n, layer)?.clusterGap ?? NaN) * n * n) / leading - 1 - slope / n;
      return { 'second order': inBand(rest, 2.5 / (n * n), 7.2 / (n * n)) };
    },
  };
}

/** Why: a layer expands differences inside the cluster by 1 + 2/n and ReLU takes away (2 sqrt 2 / 3 pi) sqrt(1 - rho) of them; the two balance. */
export const clusterAngleIsThreePiOverN = theorem<BatchSize>({
  id: 'recenter-relu/cluster-angle-is-three-pi-over-n',
  kind: 'limit',
  says: 'At the odd-point state the points of the cluster stand at the angle 3 pi/n: 1 - rho = (9 pi^2/2)/n^2 (1 - 4/n) with an explicit remainder for every n >= 7.',
  formula: String.raw`1 - \rho = \frac{9\pi^2}{2 n^2} \Big(1 - \frac4n + \frac{e}{n^2}\Big),\quad 2.5 \le e \le 7.2`,
  source: derived('docs/derivations.md#odd-point-asymptotics'),
  covers: ['RC+ReLU I4'],
  uses: [oddPointExistsFromSeven],
  assumes: { 'at least seven points': ({ points }) => points >= 7 },
  layer: () => recenterRelu,
  ...gapIs(GAP, -4),
});
