import { recenterRelu } from '../../src/network/layers.js';
import { derived } from '../../src/theory/source.js';
import { type DeterministicTheorem, theorem } from '../../src/theory/theorem.js';
import { inBand, oddPointState } from '../odd-point-state.js';
import { clusterAngleIsThreePiOverN, GAP } from './cluster-angle-is-three-pi-over-n.js';
import type { BatchSize } from './symmetric-state-is-fixed.js';

/** What tau is, times n^3: 9 pi^2 / (2 sqrt 2). */
export const CROSS = GAP / Math.SQRT2;

/** The conclusion with given coefficients of 1 and 1/n, so that false ones can be put in their place. */
export function crossIs(leading: number, slope: number): Pick<DeterministicTheorem<BatchSize>, 'margins'> {
  return {
    margins: ({ points: n }, layer) => {
      const rest = ((oddPointState(n, layer)?.crossCosine ?? NaN) * n * n * n) / leading - 1 - slope / n;
      return { 'second order': inBand(rest, 16.4 / (n * n), 17.7 / (n * n)) };
    },
  };
}

/** Why: recentred, odd point and cluster point are at the angle pi - phi, phi ~ 3 pi/(sqrt 2 n), and ReLU leaves phi^3/(3 pi) of that. */
export const oddPointIsOrthogonalToThirdOrder = theorem<BatchSize>({
  id: 'recenter-relu/odd-point-is-orthogonal-to-third-order',
  kind: 'limit',
  says: 'At the odd-point state the cosine between odd point and cluster is (9 pi^2 / 2 sqrt 2)/n^3 (1 - 4.5/n) with an explicit remainder for every n >= 7.',
  formula: String.raw`\tau = \frac{9\pi^2}{2\sqrt2\, n^3} \Big(1 - \frac{4.5}n + \frac{e}{n^2}\Big),\quad 16.4 \le e \le 17.7`,
  source: derived('docs/derivations.md#odd-point-asymptotics'),
  covers: ['RC+ReLU I4'],
  uses: [clusterAngleIsThreePiOverN],
  assumes: { 'at least seven points': ({ points }) => points >= 7 },
  layer: () => recenterRelu,
  ...crossIs(CROSS, -4.5),
});
