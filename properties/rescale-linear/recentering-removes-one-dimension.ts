import { limitLayer } from '../../src/limit/limit-map.js';
import { toGram } from '../../src/limit/block-gram.js';
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
import { QUADRATURE, scatteredPoints, turning } from '../linear-instances.js';

// Of two points rank one is left, where rescaling turns a rounding error u into sqrt(u): they are in the claim about the simplex.
export default evidence<ScatteredPoints>({
  theorem: recenteringRemovesOneDimension,
  given: scatteredPoints(3, 6),
  cases: 60,
  allowance: roundoff(
    (batch) => batch.points.length * (QUADRATURE + (turning(batch.points.length) + 40) * conditionOf(batch)),
    'quadrature, rotations and centring, the latter relative to the smallest eigenvalue, of matrices of length at most n',
  ),
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
