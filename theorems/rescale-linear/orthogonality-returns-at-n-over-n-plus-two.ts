import { combination, traceOf } from '../../src/limit/block-gram.js';
import { limitLayer } from '../../src/limit/limit-map.js';
import { stagesOf } from '../../src/network/layer.js';
import { rescaleLinear } from '../../src/network/layers.js';
import { derived } from '../../src/theory/source.js';
import { type DeterministicTheorem, theorem } from '../../src/theory/theorem.js';
import { directionOf, equiangular, largestEntry, type MatrixDirection, pointsAlong } from '../matrix-direction.js';
import { everyEigenvalueContracts } from './every-eigenvalue-contracts.js';

/** The conclusion for a given formula of the rate, so that a false one can be put in its place. */
export function withRate(rateOf: (points: number) => number): Pick<DeterministicTheorem<MatrixDirection>, 'margins'> {
  return {
    margins: (direction, layer) => {
      const points = pointsAlong(direction);
      const identity = equiangular(direction.sizes, 1, 0);
      const tangent = directionOf(direction);
      const moved = limitLayer(stagesOf(layer))({ gram: identity, tangent }).tangent ?? identity;
      const traceless = combination(1, tangent, -traceOf(tangent) / points, identity);
      return { rate: -largestEntry(combination(1, moved, -rateOf(points), traceless)) };
    },
  };
}

/** Why: the fourth moments of a uniform direction see every symmetric traceless matrix alike, and leave 1 - 2/(n+2) of it. */
export const orthogonalityReturns = theorem<MatrixDirection>({
  id: 'rescale-linear/orthogonality-returns-at-n-over-n-plus-two',
  kind: 'limit',
  says: 'Near orthogonal points of equal norm a wide linear layer with rescaling multiplies every deviation by n/(n+2).',
  formula: String.raw`DF(I)[H] = \tfrac{n}{n+2}\Big(H - \tfrac{\mathrm{tr} H}{n} I\Big)`,
  source: derived('docs/derivations.md#orthogonal-rate'),
  covers: ['RC+ReLU C4', 'contrasts A4'],
  uses: [everyEigenvalueContracts],
  assumes: { 'a point': ({ sizes }) => sizes.length >= 1 && sizes.length <= 4 },
  layer: () => rescaleLinear,
  ...withRate((points) => points / (points + 2)),
});
