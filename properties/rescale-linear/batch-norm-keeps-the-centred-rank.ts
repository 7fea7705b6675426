import fc from 'fast-check';
import { rank } from '../../src/geometry/spectrum.js';
import { relu } from '../../src/network/activations.js';
import { activate, keep } from '../../src/network/stages.js';
import { exactly } from '../../src/theory/allowance.js';
import { evidence } from '../../src/theory/claim.js';
import {
  batchNormKeepsTheCentredRank,
  centredRank,
  rankIs,
  type WeightedSpace,
} from '../../theorems/rescale-linear/batch-norm-keeps-the-centred-rank.js';
import { spaceBatch } from '../../theorems/finite-batch.js';
import { geometric, seeds, whole } from '../arbitraries.js';

const coordinate = whole(0, 2);

export default evidence<WeightedSpace>({
  theorem: batchNormKeepsTheCentredRank,
  given: fc.record({
    points: fc.array(fc.tuple(coordinate, coordinate, coordinate), { minLength: 1, maxLength: 7 }),
    step: whole(1, 3),
    weights: fc.constantFrom('gaussian', 'uniform', 'orthogonal', 'student-t(3)'),
    width: fc.oneof(whole(1, 4), geometric(1, 32, 12)),
    draw: seeds(),
  }),
  cases: 300,
  allowance: exactly('a rank is a whole number; the smallest singular value that counts is far above rounding'),
  regimes: {
    'on a line': (instance) => centredRank(spaceBatch(instance)) === 1,
    'in a plane': (instance) => centredRank(spaceBatch(instance)) === 2,
    'in space': (instance) => centredRank(spaceBatch(instance)) === 3,
    'fewer neurons than directions': (instance) => instance.width < centredRank(spaceBatch(instance)),
    'two points': ({ points }) => points.length === 1,
  },
  survives: { 'no rescaling': { rescale: keep } },
  breaks: {
    'no recentering': { recenter: keep },
    'a ReLU': { activate: activate(relu) },
    'the rank of the input': { instead: rankIs((batch, width) => Math.min(width, rank(batch))) },
    'one less than the rank of the input': { instead: rankIs((batch, width) => Math.min(width, rank(batch) - 1)) },
    'the number of points less one': { instead: rankIs((batch, width) => Math.min(width, batch.cols - 1)) },
  },
});
