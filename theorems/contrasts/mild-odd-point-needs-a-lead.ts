import { stagesOf } from '../../src/network/layer.js';
import { batchNormRelu } from '../../src/network/layers.js';
import { exp } from '../../src/portable/exp.js';
import { observed } from '../../src/theory/source.js';
import { type DeterministicTheorem, theorem } from '../../src/theory/theorem.js';
import { spreadAfter, symmetricSpread } from '../odd-spread.js';
import { batchNormHasAMildOddPointFrom52, type LeadingPoint } from './batch-norm-has-a-mild-odd-point-from-52.js';

/** Where the variance ratio at which a lead tips lies between, for n points. */
export interface TippingRatio {
  readonly least: (points: number) => number;
  readonly most: (points: number) => number;
}

/** 1 + 19.41/n, and 600 to 1600 times 1/n^2 more. */
export const TIPPING: TippingRatio = {
  least: (points) => 1 + 19.41 / points + 600 / (points * points),
  most: (points) => 1 + 19.41 / points + 1600 / (points * points),
};

/** A lead that hardly shrinks just before the states are born, and how little it does for each point that is missing. */
const GHOST = 3;

/** The conclusion for given bounds, so that false ones can be put in their place. */
export function tippingBetween(
  { least, most }: TippingRatio,
  perPoint = 1.5e-3,
): Pick<DeterministicTheorem<LeadingPoint>, 'margins'> {
  return {
    margins: ({ points, lead }, layer) => {
      const growth = (ratio: number): number => {
        const spread = symmetricSpread(points) / ratio;
        return spread / spreadAfter(stagesOf(layer), points, spread) - 1;
      };
      if (points >= 64) {
        const ratio = Math.min(exp(lead), least(points));
        return {
          'shrinks below': -growth(ratio),
          'shrinks just below': -growth(least(points)),
          grows: growth(most(points)),
        };
      }
      const loss = -growth(GHOST);
      return { 'it shrinks': loss, 'but slowly': perPoint * (52 - points) - loss };
    },
  };
}

/** Why: the two states of the saddle-node move apart as n grows, the repelling one towards symmetry; just before it the map all but touches the diagonal. */
export const mildOddPointNeedsALead = theorem<LeadingPoint>({
  id: 'contrasts/mild-odd-point-needs-a-lead',
  kind: 'limit',
  says: 'Under full batch normalisation with ReLU a leading point of 64 or more falls back below a variance ratio of 1 + 19.4/n and grows above, with an explicit remainder; at 44 to 51 points a ratio of 3 still shrinks, but by less than 1.5 per mille a layer for each point short of 52.',
  formula: String.raw`n(\lambda_u - 1) - 19.41 \in \big[\tfrac{600}n, \tfrac{1600}n\big]\ (n \ge 64);\quad 0 < 1 - \tfrac{R_n(3)}3 \le 0.0015\,(52 - n)\ (44 \le n \le 51)`,
  source: observed(
    'the tipping ratio is proved from 64 to 150 points, docs/derivations.md#leads-under-batch-normalisation; the rest are signs of the exact map of the variance ratio for each n tried',
  ),
  covers: ['contrasts D6'],
  uses: [batchNormHasAMildOddPointFrom52],
  assumes: {
    '44 to 51 points, or 64 to 4096': ({ points }) =>
      (points >= 44 && points <= 51) || (points >= 64 && points <= 4096),
    'a lead': ({ lead }) => lead > 0,
  },
  layer: () => batchNormRelu,
  ...tippingBetween(TIPPING),
});
