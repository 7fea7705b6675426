import { recenterRelu } from '../../src/network/layers.js';
import { derived } from '../../src/theory/source.js';
import { type DeterministicTheorem, theorem } from '../../src/theory/theorem.js';
import { inBand, oddPointState } from '../odd-point-state.js';
import { clusterAngleIsThreePiOverN, GAP } from './cluster-angle-is-three-pi-over-n.js';
import type { BatchSize } from './symmetric-state-is-fixed.js';

/** The conclusion with given coefficients of 1/n and 1/n^2, so that false ones can be put in their place. */
export function ratioIs(deficit: number, slope: number): Pick<DeterministicTheorem<BatchSize>, 'margins'> {
  return {
    margins: ({ points: n }, layer) => {
      const short = n - 1 - (oddPointState(n, layer)?.normRatio ?? NaN);
      const rest = (short * n) / deficit - 1 - slope / n;
      return { 'second order': inBand(rest, 11.5 / (n * n), 12.3 / (n * n)) };
    },
  };
}

/** Why: r = (n-1) cos phi exactly, with tan phi ~ 3 pi/(sqrt 2 n); a cluster of equal points has phi = 0 and r = n-1. */
export const oddPointIsNearlyNMinusOneTimesLonger = theorem<BatchSize>({
  id: 'recenter-relu/odd-point-is-nearly-n-minus-one-times-longer',
  kind: 'limit',
  says: 'At the odd-point state the odd point is n - 1 times as long as the others, less (9 pi^2/4)/n (1 - 4/n) with an explicit remainder for every n >= 7.',
  formula: String.raw`r = n - 1 - \frac{9\pi^2}{4n} \Big(1 - \frac4n + \frac{e}{n^2}\Big),\quad 11.5 \le e \le 12.3`,
  source: derived('docs/derivations.md#odd-point-asymptotics'),
  covers: ['RC+ReLU I4'],
  uses: [clusterAngleIsThreePiOverN],
  assumes: { 'at least seven points': ({ points }) => points >= 7 },
  layer: () => recenterRelu,
  ...ratioIs(GAP / 2, -4),
});
