import { type Layer, stagesOf } from '../../src/network/layer.js';
import { recenterRelu } from '../../src/network/layers.js';
import { acos } from '../../src/portable/acos.js';
import { cos } from '../../src/portable/cos.js';
import { sin } from '../../src/portable/sin.js';
import { observed } from '../../src/theory/source.js';
import { type DeterministicTheorem, type Margins, theorem } from '../../src/theory/theorem.js';
import { crossing, spreadAfter, symmetricSpread } from '../odd-spread.js';
import { oneAngleDescribesTheOddPoint } from './one-angle-describes-the-odd-point.js';

/** One odd point and a cluster, by the angle between them. */
export interface OddStart {
  readonly points: number;
  /** Share of the angle of the symmetric state, acos(1/(n-1)): 0 is a cluster of equal points, 1 no odd point. */
  readonly share: number;
}

/** At this share of the symmetric angle an odd point grows, for every n >= 7: the dip is deepest near it at 7. */
const WITNESS = 0.8;
/** The spread there shrinks by more than this: by 1.2 % at 7. */
const CLEARLY = 0.01;

/** tan^2 of a share of the angle of the symmetric state. */
export function spreadAtShare(points: number, share: number): number {
  const angle = share * acos(1 / (points - 1));
  return (sin(angle) * sin(angle)) / (cos(angle) * cos(angle));
}

/** The conclusion for a given smallest batch, so that a false one can be put in its place. */
export function dividedFrom(smallest: number): Pick<DeterministicTheorem<OddStart>, 'margins'> {
  return {
    margins: ({ points, share }, layer) => {
      const start = spreadAtShare(points, share);
      const next = (spread: number): number => spreadAfter(stagesOf(layer), points, spread);
      const growth = next(start) / start - 1;
      if (points >= smallest) return dividedAt(points, layer, start, growth);
      const witness = spreadAtShare(points, WITNESS);
      return { 'the angle widens': growth, 'it widens at the witness': next(witness) / witness - 1 };
    },
  };
}

function dividedAt(points: number, layer: Layer, start: number, growth: number): Margins {
  const next = (spread: number): number => spreadAfter(stagesOf(layer), points, spread);
  const witness = spreadAtShare(points, WITNESS);
  const narrows = 1 - next(witness) / witness - CLEARLY;
  if (!(narrows > 0)) return { 'an odd point grows from the witness': narrows };
  const odd = crossing(next, 1e-3 / (points * points), witness);
  const threshold = crossing(next, witness, 0.9999 * symmetricSpread(points));
  if (start < odd) return { 'a tight cluster loosens': growth };
  return start < threshold
    ? { 'an odd point grows': -growth }
    : { 'beyond the threshold it shrinks to symmetry': growth };
}

/** Why: the map of the angle leaves 0 upwards and returns to the symmetric angle from below; from seven points on it dips below the diagonal between. */
export const startsDivideFromSeven = theorem<OddStart>({
  id: 'recenter-relu/starts-divide-from-seven',
  kind: 'limit',
  says: 'Below seven points every batch of one odd point and a cluster drifts to symmetry; from seven on it has three states, and a threshold angle divides the starts that keep an odd point from those that lose it.',
  formula: String.raw`n \le 6:\ f(\varphi) > \varphi\ (0 < \varphi < \varphi_s);\quad n \ge 7:\ f < \varphi \text{ exactly on } (\varphi_o, \varphi_u) \ni 0.8\,\varphi_s`,
  source: observed(
    'signs of the exact angle map on a grid of angles for each n tried; existence follows where it dips',
  ),
  covers: ['RC+ReLU I3'],
  uses: [oneAngleDescribesTheOddPoint],
  assumes: {
    'at least three points': ({ points }) => points >= 3,
    'between a tight cluster and symmetry': ({ share }) => share > 0 && share < 1,
  },
  layer: () => recenterRelu,
  ...dividedFrom(7),
});
