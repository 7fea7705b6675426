import fc from 'fast-check';
import { keep, recenter } from '../../src/network/stages.js';
import { roundoff } from '../../src/theory/allowance.js';
import { evidence } from '../../src/theory/claim.js';
import {
  condition,
  outputs,
  rescalingImprovesIsometry,
  type WeightedPoints,
} from '../../theorems/rescale-linear/rescaling-improves-isometry.js';
import { seeds, whole } from '../arbitraries.js';

const coordinate = whole(-9, 9);
const point = fc.record({ at: fc.tuple(coordinate, coordinate, coordinate), scatter: whole(1, 9) });
const choice = { weights: fc.constantFrom('gaussian', 'uniform', 'orthogonal', 'student-t(3)'), draw: seeds() };

/** As many neurons as points, for each number of points. */
function square(points: number): fc.Arbitrary<WeightedPoints> {
  return fc.record({
    points: fc.array(point, { minLength: points, maxLength: points }),
    width: fc.constant(points),
    ...choice,
  });
}

export default evidence<WeightedPoints>({
  theorem: rescalingImprovesIsometry,
  given: fc.oneof(square(1), square(2), square(3), square(5), square(8)),
  cases: 200,
  allowance: roundoff((instance) => {
    const { before, after } = outputs(instance, rescalingImprovesIsometry.layer(instance));
    return 40 * instance.width * (condition(before) + condition(after));
  }, 'each singular value is off by about twenty n units of the largest, and enters squared at a power of 1/n, n of them'),
  regimes: {
    'one point': ({ width }) => width === 1,
    'two points': ({ width }) => width === 2,
    'eight points': ({ width }) => width === 8,
  },
  breaks: {
    'no rescaling': { rescale: keep },
    recentering: { recenter },
    'three more neurons than points': {
      instead: {
        assumes: {},
        margins: (instance, layer) =>
          rescalingImprovesIsometry.margins({ ...instance, width: instance.width + 3 }, layer),
      },
    },
    'no loss with more neurons than points': {
      instead: {
        assumes: {},
        margins: (instance, layer) => {
          const margins = rescalingImprovesIsometry.margins({ ...instance, width: instance.width + 3 }, layer);
          return { 'no loss': margins['no loss'] ?? NaN };
        },
      },
    },
  },
});
