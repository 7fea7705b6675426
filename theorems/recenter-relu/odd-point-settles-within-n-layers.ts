import { arcCosineBetween } from '../../src/limit/arc-cosine.js';
import { spectrum } from '../../src/limit/spectrum.js';
import { stagesOf } from '../../src/network/layer.js';
import { recenterRelu } from '../../src/network/layers.js';
import { derived } from '../../src/theory/source.js';
import { type DeterministicTheorem, theorem } from '../../src/theory/theorem.js';
import { inBand, oddPointState } from '../odd-point-state.js';
import { clusterAngleIsThreePiOverN } from './cluster-angle-is-three-pi-over-n.js';
import type { BatchSize } from './symmetric-state-is-fixed.js';

/** The rate of balanced differences inside the cluster: kappa'(1 - h) h / g, h = sin^2(phi) (n-1)/(n-2), g = 1 - rho. */
export type ClusterRate = (points: number, normRatio: number, clusterGap: number) => number;

export const clusterRate: ClusterRate = (points, normRatio, clusterGap) => {
  const others = points - 1;
  const cosine = normRatio / others;
  const recentred = ((1 - cosine) * (1 + cosine) * others) / (others - 1);
  return (arcCosineBetween(recentred, 2 - recentred).slope * recentred) / clusterGap;
};

/** The conclusion for given coefficients of 1/n and a given formula of the cluster's rate, so that false ones can be put in their place. */
export function settlesAt(coefficient: number, rateOf: ClusterRate): Pick<DeterministicTheorem<BatchSize>, 'margins'> {
  return {
    margins: ({ points: n }, layer) => {
      const state = oddPointState(n, layer);
      if (state === undefined) return { 'an odd point stays': -1 };
      const { spectralRadius, eigenvalues } = spectrum(stagesOf(layer), state.gram);
      const rate = rateOf(n, state.normRatio, state.clusterGap);
      const inside = eigenvalues
        .filter(({ multiplicity }) => multiplicity >= ((n - 1) * (n - 4)) / 2)
        .map(({ value }) => Math.abs(value - rate));
      return {
        'slowest rate': inBand(1 - spectralRadius - coefficient / n, -4.3 / (n * n), 1 / (n * n)),
        'rate inside the cluster': -Math.min(...inside),
      };
    },
  };
}

/** Why: in units of the balance a gap x moves by 2x - 2x^(3/2), of slope -1 at x = 1; kappa'(1 - h) h/g = (1 - 3/n)(1 + 2/n) inside the cluster. */
export const oddPointSettlesWithinNLayers = theorem<BatchSize>({
  id: 'recenter-relu/odd-point-settles-within-n-layers',
  kind: 'limit',
  says: 'A disturbed odd-point state comes back at the rate 1 - 1/n a layer, with an explicit remainder for every n >= 7, and differences inside the cluster at a rate in closed form.',
  formula: String.raw`\varrho(DF) = 1 - \frac1n - \frac{e}{n^2},\ -4.3 \le e \le 1;\quad \lambda_{(n-3,2)} = \kappa'(1-h)\,\frac{h}{1-\rho},\ h = \tfrac{n-1}{n-2}\sin^2\varphi`,
  source: derived('docs/derivations.md#odd-point-asymptotics'),
  covers: ['RC+ReLU I4'],
  uses: [clusterAngleIsThreePiOverN],
  assumes: { 'at least seven points': ({ points }) => points >= 7 },
  layer: () => recenterRelu,
  ...settlesAt(1, clusterRate),
});
