import { at } from '../../src/linalg/matrix.js';
import { recenterRelu } from '../../src/network/layers.js';
import { conjecture } from '../../src/theory/source.js';
import { type DeterministicTheorem, theorem } from '../../src/theory/theorem.js';
import { distancesFromMean, type Place } from '../points-in-space.js';
import { farAlong, farthestPointByHalfBecomesOdd } from './farthest-point-by-half-becomes-odd.js';

/** Points in four dimensions. */
export interface SomePoints {
  readonly places: readonly Place[];
}

/** A lead below two per cent counts as none: rounding and chance decide there. */
const LEAD = 1.02;
/** An odd point is longer than any other by at least this. */
const ODD = 1.5;

/** The conclusion for a given choice of the winner, so that a false one can be put in its place. */
export function winnerIs(
  choose: (distances: readonly number[]) => number,
): Pick<DeterministicTheorem<SomePoints>, 'margins'> {
  return {
    margins: ({ places }, layer) => {
      const distances = distancesFromMean(places);
      const [first = NaN, second = NaN] = [...distances].sort((a, b) => b - a);
      const end = farAlong([...places], layer);
      const norms = places.map((_, i) => Math.sqrt(at(end, i, i)));
      const [longest = NaN, next = NaN] = [...norms].sort((a, b) => b - a);
      if (!(first > LEAD * second && longest > ODD * next)) return {};
      return { 'the farthest point wins': (norms[choose(distances)] ?? NaN) - longest };
    },
  };
}

/** Why one might think so: recentering favours the point with the largest share of the variance. Why not: two points in one direction share it. */
export const farthestPointBecomesOdd = theorem<SomePoints>({
  id: 'recenter-relu/farthest-point-becomes-odd',
  kind: 'limit',
  says: 'When an odd point comes out of a wide network, it is the point of the batch that was farthest from the mean.',
  formula: String.raw`\mathrm{odd} = \arg\max_i\, (P G_0 P)_{ii}`,
  source: conjecture(
    'true of most batches, false of some: test/limit/largest-point.test.ts keeps seven points of a plane',
  ),
  covers: ['RC+ReLU I8'],
  uses: [farthestPointByHalfBecomesOdd],
  assumes: { '7 to 16 points': ({ places }) => places.length >= 7 && places.length <= 16 },
  layer: () => recenterRelu,
  ...winnerIs((distances) => distances.indexOf(Math.max(...distances))),
});
