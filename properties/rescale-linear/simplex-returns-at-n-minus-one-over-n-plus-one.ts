import { relu } from '../../src/network/activations.js';
import { activate, keep } from '../../src/network/stages.js';
import { roundoff } from '../../src/theory/allowance.js';
import { evidence } from '../../src/theory/claim.js';
import { type MatrixDirection, pointsAlong } from '../../theorems/matrix-direction.js';
import {
  returningAs,
  SIMPLEX,
  simplexReturns,
} from '../../theorems/rescale-linear/simplex-returns-at-n-minus-one-over-n-plus-one.js';
import { LARGEST_STEP, matrixDirections, QUADRATURE, SUMMATION } from '../linear-instances.js';

export default evidence<MatrixDirection>({
  theorem: simplexReturns,
  given: matrixDirections(1000, 2),
  cases: 100,
  allowance: roundoff(
    (direction, clause) =>
      clause === 'fixed' ? SUMMATION + 16 * 4 : 4 * LARGEST_STEP * (QUADRATURE + 16 * pointsAlong(direction)),
    'at the simplex all entries depend on t alike, of size at most 1, and centring and traces sum over four blocks; of a centred direction, up to 72, the quadrature, and means and traces of n terms',
  ),
  regimes: {
    'two points': (direction) => pointsAlong(direction) === 2,
    'three points': (direction) => pointsAlong(direction) === 3,
    'hundreds of points': (direction) => pointsAlong(direction) >= 200,
  },
  breaks: {
    'no recentering': { recenter: keep },
    'no rescaling': { rescale: keep },
    'a ReLU': { activate: activate(relu) },
    'cosine -1/n': { instead: returningAs({ ...SIMPLEX, cosine: (points) => -1 / points }) },
    'orthogonal points': { instead: returningAs({ ...SIMPLEX, cosine: () => 0 }) },
    'the rate of rescaling alone': { instead: returningAs({ ...SIMPLEX, rate: (points) => points / (points + 2) }) },
  },
});
