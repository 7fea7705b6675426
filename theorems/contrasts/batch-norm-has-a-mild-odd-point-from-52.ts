import { stagesOf } from '../../src/network/layer.js';
import { batchNormRelu } from '../../src/network/layers.js';
import { derived } from '../../src/theory/source.js';
import { type DeterministicTheorem, theorem } from '../../src/theory/theorem.js';
import { exp } from '../../src/portable/exp.js';
import { growthOfLead } from '../odd-spread.js';
import { oneAngleDescribesTheOddPoint } from '../recenter-relu/one-angle-describes-the-odd-point.js';
import { batchNormReturnsToSymmetry } from './batch-norm-returns-to-symmetry.js';

/** One odd point and a cluster, by how far the odd point leads. */
export interface LeadingPoint {
  readonly points: number;
  /** Logarithm of the variance along the odd direction over that of the others: 0 when all points are alike. */
  readonly lead: number;
}

/** At this lead, times n, an odd point grows for n >= 52; at n it shrinks. */
const WITNESS = 0.06;

/** The conclusion for a given smallest batch, so that a false one can be put in its place. */
export function mildFrom(smallest: number): Pick<DeterministicTheorem<LeadingPoint>, 'margins'> {
  return {
    margins: ({ points, lead }, layer) => {
      const growth = (ratio: number): number => growthOfLead(stagesOf(layer), points, ratio);
      const witness = growth(Math.max(1.5, WITNESS * points));
      if (points >= smallest) return { 'it grows at 0.06 n': witness, 'it shrinks at n': -growth(points) };
      return { 'the odd point shrinks': -growth(exp(lead)), 'it shrinks at 0.06 n': -witness };
    },
  };
}

/** Why: rescaling caps what a point can weigh in a row; only in a batch of dozens is the cap high enough for the expansion that an odd point lives on. */
export const batchNormHasAMildOddPointFrom52 = theorem<LeadingPoint>({
  id: 'contrasts/batch-norm-has-a-mild-odd-point-from-52',
  kind: 'limit',
  says: 'Under full batch normalisation with ReLU every odd point among up to 51 points shrinks, whatever its lead; from 52 on there is a second, one-outlier state, its variance ratio between 0.06 n and n.',
  formula: String.raw`n \le 51:\ R_n(\lambda) < \lambda\ (\lambda > 1);\quad n \ge 52:\ R_n(0.06\,n) > 0.06\,n,\ R_n(n) < n`,
  source: derived('docs/derivations.md#leads-under-batch-normalisation'),
  covers: ['contrasts D6', 'contrasts L3'],
  uses: [batchNormReturnsToSymmetry, oneAngleDescribesTheOddPoint],
  assumes: {
    '3 to 16384 points': ({ points }) => points >= 3 && points <= 16384,
    'a lead of up to e^14': ({ lead }) => lead > 0 && lead <= 14,
  },
  layer: () => batchNormRelu,
  ...mildFrom(52),
});
