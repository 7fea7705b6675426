import fc from 'fast-check';
import { leaky } from '../../src/network/activations.js';
import { activate, keep, rescale } from '../../src/network/stages.js';
import { roundoff } from '../../src/theory/allowance.js';
import { evidence } from '../../src/theory/claim.js';
import { suchThat } from '../../src/theory/filtering.js';
import { reducedStep } from '../../src/limit/reduced-model.js';
import { centred, squaredNorm } from '../../src/limit/block-gram.js';
import {
  agreesWith,
  indicativeModelIsExact,
  isPositive,
  type OddAmongEqual,
  oddAmongEqualGram,
} from '../../theorems/recenter-relu/indicative-model-is-exact.js';
import { grid, sizes } from '../arbitraries.js';

export default evidence<OddAmongEqual>({
  theorem: indicativeModelIsExact,
  given: suchThat(
    fc.record({
      points: sizes(3, 128),
      normRatio: grid(0.1, 200, 0.1),
      clusterCosine: grid(-0.5, 0.999, 0.001),
      crossCosine: grid(-0.9, 0.9, 0.01),
    }),
    isPositive,
  ),
  cases: 300,
  allowance: roundoff(
    rounding,
    'n roundings in each row sum, of entries up to r^2, relative to the smallest centred variance; kappa has slope at most 1',
  ),
  regimes: {
    'three points': ({ points }) => points === 3,
    'more than a hundred points': ({ points }) => points > 100,
    'the odd point is short': ({ normRatio }) => normRatio < 1,
    'the odd point is far': ({ normRatio }) => normRatio > 100,
    'a tight cluster': ({ clusterCosine }) => clusterCosine > 0.9,
  },
  breaks: {
    'no recentering': { recenter: keep },
    rescaling: { rescale },
    'a leaky ReLU': { activate: activate(leaky(0.1)) },
    'n + 1 for n': { instead: agreesWith((state, points) => reducedStep(state, points + 1)) },
  },
});

/** Each mean over the batch is off by one rounding for every entry of its row; ten such terms reach a centred variance. */
function rounding(batch: OddAmongEqual): number {
  const { points, normRatio: r, crossCosine: tau } = batch;
  const after = centred(oddAmongEqualGram(batch));
  const smallest = Math.min(squaredNorm(after, 0), squaredNorm(after, 1));
  return (10 * (points + r * r + points * r * Math.abs(tau))) / smallest + 20;
}
