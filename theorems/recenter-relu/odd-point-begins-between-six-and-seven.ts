import { spreadStep } from '../../src/limit/odd-angle.js';
import { recenterRelu } from '../../src/network/layers.js';
import { observed } from '../../src/theory/source.js';
import { type DeterministicTheorem, theorem } from '../../src/theory/theorem.js';
import { startsDivideFromSeven, spreadAtShare, type OddStart } from './starts-divide-from-seven.js';

/** Where the two odd states meet and vanish: at 6.1070751248791860, at an angle of 1.134405923. */
export const ONSET = { least: 6.107, most: 6.1071 };

/** The dip lies between these shares of the symmetric angle, for every n up to 12. */
const RANGE = [0.5, 0.97] as const;

/** Growth of the spread in one layer where it is least, by ternary search; 60 thirds leave 1e-10 of the range. */
function leastGrowth(points: number): number {
  const growth = (share: number): number => {
    const spread = spreadAtShare(points, share);
    return spreadStep(spread, points) / spread - 1;
  };
  let [low, high]: readonly [number, number] = RANGE;
  for (let k = 0; k < 60; k++) {
    const third = (high - low) / 3;
    if (growth(low + third) < growth(high - third)) high -= third;
    else low += third;
  }
  return growth(low);
}

/** The conclusion for a given pair of bounds on the onset, so that false ones can be put in its place. */
export function beginsBetween(least: number, most: number): Pick<DeterministicTheorem<OddStart>, 'margins'> {
  return {
    margins: ({ points, share }) => {
      if (points > least && points < most) return {};
      const dip = leastGrowth(points);
      if (points >= most) return { 'the map dips below the diagonal': -dip };
      const spread = spreadAtShare(points, share);
      return {
        'the map does not dip': dip,
        'every angle widens': spreadStep(spread, points) / spread - 1,
      };
    },
  };
}

/** Why: the formulas of the angle map hold for any real n > 2; its dip touches the diagonal at one n, where an attracting and a repelling state are born. */
export const oddPointBeginsBetweenSixAndSeven = theorem<OddStart>({
  id: 'recenter-relu/odd-point-begins-between-six-and-seven',
  kind: 'limit',
  says: 'Continued to real batch sizes, the odd-point state is born at n = 6.10708 in a saddle-node: none below, two odd states above.',
  formula: String.raw`f_n(\varphi) = \varphi,\ f_n'(\varphi) = 1 \iff n = 6.10708,\ \varphi = 1.13441`,
  source: observed(
    'proved up to n = 6.109, docs/derivations.md#birth; beyond, continuation in n of the exact angle map, by Newton in 40 digits',
  ),
  covers: ['RC+ReLU I3'],
  uses: [startsDivideFromSeven],
  assumes: {
    '3.5 to 12 points': ({ points }) => points >= 3.5 && points <= 12,
    'between a tight cluster and symmetry': ({ share }) => share > 0 && share < 1,
  },
  layer: () => recenterRelu,
  ...beginsBetween(ONSET.least, ONSET.most),
});
