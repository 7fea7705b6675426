import { centred, combination, traceOf } from '../../src/limit/block-gram.js';
import { limitLayer } from '../../src/limit/limit-map.js';
import { stagesOf } from '../../src/network/layer.js';
import { batchNormLinear } from '../../src/network/layers.js';
import { derived } from '../../src/theory/source.js';
import { type DeterministicTheorem, theorem } from '../../src/theory/theorem.js';
import { directionOf, equiangular, largestEntry, type MatrixDirection, pointsAlong } from '../matrix-direction.js';
import { orthogonalityReturns } from './orthogonality-returns-at-n-over-n-plus-two.js';
import { recenteringRemovesOneDimension } from './recentering-removes-one-dimension.js';

/** Formulas of n for the cosine of the fixed point and for the rate at which it returns. */
export interface Simplex {
  readonly cosine: (points: number) => number;
  readonly rate: (points: number) => number;
}

/** The regular simplex: cosine -1/(n-1), rate (n-1)/(n+1). */
export const SIMPLEX: Simplex = {
  cosine: (points) => -1 / (points - 1),
  rate: (points) => (points - 1) / (points + 1),
};

/** The conclusion for given formulas, so that false ones can be put in their place. */
export function returningAs({ cosine, rate }: Simplex): Pick<DeterministicTheorem<MatrixDirection>, 'margins'> {
  return {
    margins: (direction, layer) => {
      const points = pointsAlong(direction);
      const simplex = equiangular(direction.sizes, 1, cosine(points));
      const tangent = directionOf(direction);
      const next = limitLayer(stagesOf(layer))({ gram: simplex, tangent });
      const inner = centred(tangent);
      const traceless = combination(1, inner, -traceOf(inner) / points, simplex);
      return {
        fixed: -largestEntry(combination(1, next.gram, -1, simplex)),
        rate: -largestEntry(combination(1, next.tangent ?? simplex, -rate(points), traceless)),
      };
    },
  };
}

/** Why: the claim about rescaling alone, in n - 1 dimensions; for two points these have no deviation left. */
export const simplexReturns = theorem<MatrixDirection>({
  id: 'rescale-linear/simplex-returns-at-n-minus-one-over-n-plus-one',
  kind: 'limit',
  says: 'Batch normalisation without a non-linearity has the regular simplex, all cosines -1/(n-1), for a fixed point; deviations from it shrink by (n-1)/(n+1) a layer, and vanish at once for two points.',
  formula: String.raw`G^* = \tfrac{n}{n-1}P,\quad DF(G^*)[H] = \tfrac{n-1}{n+1}\Big(PHP - \tfrac{\mathrm{tr}\,PHP}{n-1}P\Big)`,
  source: derived('docs/derivations.md#batch-normalised-linear-layers'),
  covers: ['RC+ReLU C5', 'contrasts B1'],
  uses: [recenteringRemovesOneDimension, orthogonalityReturns],
  assumes: { 'at least two points': (direction) => pointsAlong(direction) >= 2 },
  layer: () => batchNormLinear,
  ...returningAs(SIMPLEX),
});
