import { twoBlockFixedPoint } from '../../src/limit/fixed-point.js';
import { spectrum } from '../../src/limit/spectrum.js';
import { stagesOf } from '../../src/network/layer.js';
import { recenterRelu } from '../../src/network/layers.js';
import { observed } from '../../src/theory/source.js';
import { type DeterministicTheorem, theorem } from '../../src/theory/theorem.js';
import { indicativeModelIsExact } from './indicative-model-is-exact.js';
import type { BatchSize } from './symmetric-state-is-fixed.js';

/**
 * Why: a layer expands differences inside the cluster by about 1 + 2/n and ReLU contracts them by 1 - (2 sqrt 2 / (3 pi)) sqrt(1 - rho);
 * where the two balance the state stays. Below seven points the balance lies beyond where that picture holds.
 */
export const oddPointExistsFromSeven = theorem<BatchSize>({
  id: 'recenter-relu/odd-point-exists-from-seven',
  kind: 'limit',
  says: 'A stable state with one far, nearly orthogonal odd point exists at infinite width exactly from seven points on; with fewer, its start returns to the symmetric state.',
  formula: String.raw`n \ge 7 \iff \exists\, G = F(G)/\mathrm{tr},\ \|x_{odd}\| > \tfrac{n-1}{2} \|x_i\|,\ |\cos(x_{odd}, x_i)| < 0.07,\ \varrho(DF) < 1`,
  source: observed(
    'proved for batches of one odd point and an exchangeable cluster, docs/derivations.md#group-states and #birth; not for other batches of up to six points',
  ),
  covers: ['RC+ReLU I3'],
  uses: [indicativeModelIsExact],
  assumes: { 'at least three points': ({ points }) => points >= 3 },
  layer: () => recenterRelu,
  ...existsFrom(7),
});

/** The conclusion for a given smallest batch, so that a false one can be put in its place. */
export function existsFrom(smallest: number): Pick<DeterministicTheorem<BatchSize>, 'margins'> {
  return {
    margins: ({ points }, layer) => {
      const stages = stagesOf(layer);
      const end = twoBlockFixedPoint(stages, points);
      if (points < smallest) return { 'returns to the symmetric state': end.kind === 'symmetric' ? 0 : -1 };
      if (end.kind !== 'two-block') return { 'an odd point stays': -1 };
      return {
        far: end.normRatio - (points - 1) / 2,
        'nearly orthogonal': 0.07 - Math.abs(end.crossCosine),
        'one cluster': end.clusterCosine - 0.47,
        stable: 1 - spectrum(stages, end.gram).spectralRadius,
      };
    },
  };
}
