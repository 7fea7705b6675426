import { normRatio } from '../../src/geometry/odd-point.js';
import { batchNormRelu } from '../../src/network/layers.js';
import { observed } from '../../src/theory/source.js';
import { type ProbableTheorem, theorem } from '../../src/theory/theorem.js';
import type { DeepNetwork } from '../deep-network.js';
import { endOfNetwork } from '../end-of-network.js';
import { oddConfiguration } from '../odd-configuration.js';
import { batchNormHasAMildOddPointFrom52 } from './batch-norm-has-a-mild-odd-point-from-52.js';

/** Norm of the longest point over the median: below it noise, above it the mild outlier. */
const MILD = 1.85;

/** The event with the batches that keep an outlier beginning at a given size, so that a false one can be put in its place. */
export function keepingFrom(size: number): Pick<ProbableTheorem<DeepNetwork>, 'event'> {
  return {
    event: (network, layer, key) => {
      const ratio = normRatio(endOfNetwork(network, layer, key, oddConfiguration(network.points)));
      return network.points >= size ? { 'an outlier is left': ratio - MILD } : { 'all alike again': MILD - ratio };
    },
  };
}

/** Why: from 52 points on infinite width has a second, mild one-outlier state; noise of variance n/d blurs the threshold to some twenty points at this width. */
export const batchNormKeepsAnOutlierAmongDozens = theorem<DeepNetwork>({
  id: 'contrasts/batch-norm-keeps-an-outlier-among-dozens',
  kind: 'probable',
  says: 'After 50 layers of width 256 of batch normalisation with ReLU, from one far point and a cluster, 64 to 72 points still have one of 1.85 times the median norm; 16 to 28 points are all shorter.',
  formula: String.raw`P\big(\max_i \|x_i\| > 1.85\,\mathrm{med}_i \|x_i\| \text{ if } n \ge 64,\ < \text{ if } n \le 28\big) \ge 0.7\quad (d = 256,\ T = 50)`,
  source: observed(
    '6 to 16 networks for each of n = 24 to 72: ratios of 1.2 to 1.8 up to 32 points, 1.2 to 2.1 at 40, 1.3 to 2.6 at 48, 1.5 to 3.0 at 56, 1.8 to 3.3 at 64; the outlier changes from layer to layer at this width',
  ),
  covers: ['contrasts D6'],
  uses: [batchNormHasAMildOddPointFrom52],
  assumes: {
    '16 to 28 or 64 to 72 points': ({ points }) => (points >= 16 && points <= 28) || (points >= 64 && points <= 72),
    'width 256': ({ width }) => width === 256,
    '50 layers': ({ depth }) => depth === 50,
  },
  layer: () => batchNormRelu,
  probability: 0.7,
  indifference: 0.4,
  ...keepingFrom(64),
});
