import { relu } from '../../src/network/activations.js';
import { activate, keep } from '../../src/network/stages.js';
import { roundoff } from '../../src/theory/allowance.js';
import { evidence } from '../../src/theory/claim.js';
import {
  contrastBecomes,
  halved,
  threeNormalisedPointsHalve,
} from '../../theorems/rescale-linear/three-normalised-points-halve-their-log-ratio.js';
import { conditionOf, type ScatteredPoints } from '../../theorems/scattered-points.js';
import { QUADRATURE, scatteredPoints, turning } from '../linear-instances.js';

export default evidence<ScatteredPoints>({
  theorem: threeNormalisedPointsHalve,
  given: scatteredPoints(3, 3),
  cases: 100,
  allowance: roundoff(
    (batch) => QUADRATURE + (turning(3) + 100) * conditionOf(batch),
    'quadrature, rotations and centring, the latter relative to the smallest eigenvalue',
  ),
  regimes: {
    'a tight point': ({ points }) => points.some(({ scatter }) => scatter === 1),
    'far from the origin': ({ points }) => points.some(({ at }) => at.some((x) => Math.abs(x) === 9)),
  },
  breaks: {
    'no recentering': { recenter: keep },
    'no rescaling': { rescale: keep },
    'a ReLU': { activate: activate(relu) },
    'the local rate 1/2 everywhere': { instead: contrastBecomes((t) => t / 2) },
    'halved twice': { instead: contrastBecomes((t) => halved(halved(t))) },
  },
});
