import { stagesOf } from '../../src/network/layer.js';
import { batchNormRelu } from '../../src/network/layers.js';
import { exp } from '../../src/portable/exp.js';
import { derived } from '../../src/theory/source.js';
import { theorem } from '../../src/theory/theorem.js';
import { growthOfLead } from '../odd-spread.js';
import { oneAngleDescribesTheOddPoint } from '../recenter-relu/one-angle-describes-the-odd-point.js';

/** Two batches of one odd point and a cluster, by the logarithm of how far the odd point leads: 0 when all points are alike. */
export interface TwoLeads {
  readonly points: number;
  readonly lower: number;
  readonly upper: number;
}

/** Why: the map of the lead is continuous, so where it lengthens one lead and shortens a longer one it fixes one between them. */
export const batchNormHasAnOutlierState = theorem<TwoLeads>({
  id: 'contrasts/batch-norm-has-an-outlier-state',
  kind: 'exists',
  says: 'Full batch normalisation with ReLU has, for some number of points, a state of one outlier beside the state in which all points are alike: an odd point grows at one lead and shrinks at a longer one.',
  formula: String.raw`\exists n, 1 < \lambda < \mu:\ R_n(\lambda) > \lambda,\ R_n(\mu) < \mu`,
  source: derived('docs/derivations.md#outlier-under-batch-normalisation'),
  covers: ['contrasts D6'],
  uses: [oneAngleDescribesTheOddPoint],
  assumes: {
    '3 points or more': ({ points }) => points >= 3,
    'both lead': ({ lower, upper }) => lower > 0 && upper > lower,
  },
  layer: () => batchNormRelu,
  margins: ({ points, lower, upper }, layer) => {
    const growth = (lead: number): number => growthOfLead(stagesOf(layer), points, exp(lead));
    return { 'it grows at the lower lead': growth(lower), 'it shrinks at the upper lead': -growth(upper) };
  },
});
