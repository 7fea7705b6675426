import { limitLayer } from '../../src/limit/limit-map.js';
import { centred, toGram, traceOf } from '../../src/limit/block-gram.js';
import { relu } from '../../src/network/activations.js';
import { stagesOf } from '../../src/network/layer.js';
import { rescaleLinear } from '../../src/network/layers.js';
import { activate, keep } from '../../src/network/stages.js';
import { roundoff } from '../../src/theory/allowance.js';
import { evidence } from '../../src/theory/claim.js';
import {
  recenteringRemovesOneDimension,
  reduced,
} from '../../theorems/rescale-linear/recentering-removes-one-dimension.js';
import { conditionOf, scatteredGram, type ScatteredPoints } from '../../theorems/scattered-points.js';
import { QUADRATURE, scatteredPoints, SUMMATION, turning } from '../linear-instances.js';

/** The squared norms over those of the recentred points: what centring amplifies rounding by. */
function centringLoss(batch: ScatteredPoints): number {
  const gram = scatteredGram(batch);
  return traceOf(gram) / traceOf(centred(gram));
}

// Of two points rank one is left, where rescaling turns a rounding error u into sqrt(u): they are in the claim about the simplex.
export default evidence<ScatteredPoints>({
  theorem: recenteringRemovesOneDimension,
  given: scatteredPoints(3, 6),
  cases: 60,
  allowance: roundoff((batch, clause) => {
    const points = batch.points.length;
    const loss = centringLoss(batch);
    return clause === 'rows sum to zero'
      ? points * (SUMMATION + points + 4 + 10 * 36 * loss)
      : points * (QUADRATURE + (turning(points) + 20) * loss * Math.sqrt(points * conditionOf(batch)));
  }, 'each term has rows of sum zero but for what centring left along 1, ten roundings of the norms, which at rank 2 the layer multiplies by ln(1/u) = 36; in the axes rotations and centring act on eigenvalues l, whose map has a slope of at most (2/3)/sqrt(l l_1)'),
  regimes: {
    'three points': ({ points }) => points.length === 3,
    'six points': ({ points }) => points.length === 6,
  },
  breaks: {
    'no recentering': { recenter: keep },
    'no rescaling': { rescale: keep },
    'a ReLU': { activate: activate(relu) },
    'rescaling of all n dimensions, centred afterwards': {
      instead: {
        margins: (batch, layer) => {
          const gram = scatteredGram(batch);
          const found = toGram(reduced(limitLayer(stagesOf(layer))({ gram }).gram));
          const other = toGram(reduced(limitLayer(stagesOf(rescaleLinear))({ gram }).gram));
          return { 'in the axes': -Math.max(...found.values.map((x, m) => Math.abs(x - (other.values[m] ?? NaN)))) };
        },
      },
    },
  },
});
