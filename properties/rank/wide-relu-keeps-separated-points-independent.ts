import fc from 'fast-check';
import { abs, identity } from '../../src/network/activations.js';
import { activate } from '../../src/network/stages.js';
import { roundoff } from '../../src/theory/allowance.js';
import { evidence } from '../../src/theory/claim.js';
import type { BatchChoice } from '../../theorems/batch-choice.js';
import {
  exceeding,
  leastEigenvalue,
  wideReluKeepsSeparatedPointsIndependent,
} from '../../theorems/rank/wide-relu-keeps-separated-points-independent.js';
import { geometric, seeds, sizes } from '../arbitraries.js';

export default evidence<BatchChoice>({
  theorem: wideReluKeepsSeparatedPointsIndependent,
  given: fc.record({
    family: fc.constant('sphere'),
    inputs: geometric(2, 200, 20),
    points: sizes(2, 24),
    data: seeds(),
  }),
  cases: 300,
  allowance: roundoff(
    ({ points }) => 20 * points + 12 * points * points,
    'eight roundings of each entry move eigenvalues by 8 n, a dozen n of the bound; the solver has a dozen n of the largest, at most n',
  ),
  regimes: {
    'two points': ({ points }) => points === 2,
    'more points than dimensions': ({ points, inputs }) => points > inputs,
    'nearly orthogonal points': ({ points, inputs }) => inputs > 10 * points,
  },
  breaks: {
    'no activation': { activate: activate(identity) },
    'the modulus': { activate: activate(abs) },
    'n - 2 for n - 1': { instead: exceeding((points, c) => leastEigenvalue(points - 1, c)) },
    'one per cent more': { instead: exceeding((points, c) => 1.01 * leastEigenvalue(points, c)) },
  },
});
