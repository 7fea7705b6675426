import { leaky, relu } from '../../src/network/activations.js';
import { activate, keep, recenter } from '../../src/network/stages.js';
import { roundoff } from '../../src/theory/allowance.js';
import { evidence } from '../../src/theory/claim.js';
import { principalAxesStay } from '../../theorems/rescale-linear/principal-axes-stay.js';
import type { ScatteredPoints } from '../../theorems/scattered-points.js';
import { QUADRATURE, scatteredPoints, turning } from '../linear-instances.js';

export default evidence<ScatteredPoints>({
  theorem: principalAxesStay,
  given: scatteredPoints(1, 6),
  cases: 80,
  allowance: roundoff(
    ({ points: { length: n } }) => n * n * (QUADRATURE + turning(n)),
    'the matrix after the layer is off by the quadrature and the rotations to its axes; both matrices have length at most n',
  ),
  regimes: {
    'one point': ({ points }) => points.length === 1,
    'two points': ({ points }) => points.length === 2,
    'more points than dimensions': ({ points }) => points.length > 3,
  },
  survives: { 'no rescaling': { rescale: keep } },
  breaks: {
    recentering: { recenter },
    'a ReLU': { activate: activate(relu) },
    'a leaky ReLU': { activate: activate(leaky(0.5)) },
  },
});
