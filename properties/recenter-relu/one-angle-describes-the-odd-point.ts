import fc from 'fast-check';
import { centred, squaredNorm } from '../../src/limit/block-gram.js';
import { onCurve, spreadStep } from '../../src/limit/odd-angle.js';
import { leaky } from '../../src/network/activations.js';
import { activate, keep, rescale } from '../../src/network/stages.js';
import { roundoff } from '../../src/theory/allowance.js';
import { evidence } from '../../src/theory/claim.js';
import {
  describedBy,
  oneAngleDescribesTheOddPoint,
  type PointAndCluster,
  pointAndClusterGram,
} from '../../theorems/recenter-relu/one-angle-describes-the-odd-point.js';
import { grid, sizes } from '../arbitraries.js';

export default evidence<PointAndCluster>({
  theorem: oneAngleDescribesTheOddPoint,
  given: fc.record({
    points: sizes(3, 1024),
    odd: fc.tuple(grid(-20, 20, 0.5), grid(-20, 20, 0.5)),
    centre: grid(0, 10, 0.5),
    scatter: grid(0.1, 10, 0.1),
  }),
  cases: 300,
  allowance: roundoff(
    rounding,
    'ten roundings of squares up to the largest norm in each centred variance, relative to the smaller one; forty of kernel, roots and quotients',
  ),
  regimes: {
    'three points': ({ points }) => points === 3,
    'hundreds of points': ({ points }) => points >= 100,
    'the odd point is inside the cluster': ({ odd: [x, y], centre, scatter }) =>
      (x - centre) * (x - centre) + y * y < scatter * scatter,
    'the odd point is far': ({ odd: [x, y], centre, scatter }) =>
      (x - centre) * (x - centre) + y * y > 100 * scatter * scatter,
  },
  breaks: {
    'no recentering': { recenter: keep },
    rescaling: { rescale },
    'a leaky ReLU': { activate: activate(leaky(0.1)) },
    'norm ratio n for n - 1': {
      instead: describedBy((spread, points) => {
        const curve = onCurve(spread, points);
        return { ...curve, normRatio: (curve.normRatio * points) / (points - 1) };
      }, spreadStep),
    },
    'an orthogonal odd point': {
      instead: describedBy((spread, points) => ({ ...onCurve(spread, points), crossCosine: 0 }), spreadStep),
    },
    'the next angle is this one': { instead: describedBy(onCurve, (spread) => spread) },
  },
});

function rounding(batch: PointAndCluster): number {
  const start = pointAndClusterGram(batch);
  const after = centred(start);
  const largest = Math.max(squaredNorm(start, 0), squaredNorm(start, 1));
  return (10 * largest) / Math.min(squaredNorm(after, 0), squaredNorm(after, 1)) + 40;
}
