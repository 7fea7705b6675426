import { relu } from '../../src/network/activations.js';
import { activate, keep, recenter } from '../../src/network/stages.js';
import { roundoff } from '../../src/theory/allowance.js';
import { evidence } from '../../src/theory/claim.js';
import { type MatrixDirection, pointsAlong } from '../../theorems/matrix-direction.js';
import {
  orthogonalityReturns,
  withRate,
} from '../../theorems/rescale-linear/orthogonality-returns-at-n-over-n-plus-two.js';
import { LARGEST_STEP, matrixDirections, QUADRATURE } from '../linear-instances.js';

export default evidence<MatrixDirection>({
  theorem: orthogonalityReturns,
  given: matrixDirections(1000),
  cases: 120,
  allowance: roundoff(
    (direction) => 2 * LARGEST_STEP * (QUADRATURE + 8 * pointsAlong(direction)),
    'two integrals off by the quadrature, of entries up to 18, and traces of n terms',
  ),
  regimes: {
    'two points': (direction) => pointsAlong(direction) === 2,
    'hundreds of points': (direction) => pointsAlong(direction) >= 200,
  },
  breaks: {
    'no rescaling': { rescale: keep },
    recentering: { recenter },
    'a ReLU': { activate: activate(relu) },
    '1 - 1/n': { instead: withRate((points) => 1 - 1 / points) },
    'the rate of batch normalisation': { instead: withRate((points) => (points - 1) / (points + 1)) },
  },
});
