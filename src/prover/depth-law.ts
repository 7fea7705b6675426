import { Interval } from '../interval/interval.js';
import { angleOfGap, cosineGap, crossing, sine } from './elementary.js';
import { tiling } from './tilings.js';

const PI = Interval.pi;
const ONE = Interval.of(1);
const RATE = ONE.over(PI.times(3));
const LEAST = RATE.squared().times(1.5);
const ACUTE = ONE.over(angleOfGap(ONE.minus(ONE.over(PI))))
  .minus(Interval.of(2).over(PI))
  .minus(RATE)
  .over(PI.over(2));

/** How far the cosine of the bound 1/theta + b + by theta + second theta^2 lies above that of the layer's next angle. */
function above(theta: Interval, by: Interval, second: Interval): Interval {
  const bound = (at: Interval): Interval => at.over(second.times(at).plus(by).times(at).plus(RATE).times(at).plus(1));
  const value = (at: Interval): Interval =>
    cosineGap(at)
      .minus(crossing(at))
      .minus(cosineGap(bound(at)));
  const change = bound(theta)
    .over(theta)
    .squared()
    .times(ONE.minus(theta.squared().times(by.plus(second.times(theta).times(2)))));
  const slope = sine(theta)
    .times(ONE.minus(theta.over(PI)))
    .minus(sine(bound(theta)).times(change));
  const middle = Interval.of(theta.middle);
  return value(middle)
    .plus(slope.times(theta.minus(middle)))
    .and(value(theta));
}

/** First and last cells, which are proved by derivatives and not by values. */
interface Ends {
  readonly first: number;
  readonly last?: number;
}

/** Cells no coarser than this, each proved with half of its width to spare on either side: the checker bounds values more coarsely. */
const COARSEST = 1 / 128;

function cells(passes: (theta: Interval) => boolean, until: number, { first, last = 1 }: Ends): string {
  const spared = ({ lo, hi }: Interval): Interval => Interval.of(lo - (hi - lo) / 2, Math.min(1, hi + (hi - lo) / 2));
  const depths = tiling((cell) => {
    if (cell.lo === 0) return cell.hi <= first;
    if (cell.lo >= last) return true;
    return cell.hi - cell.lo <= COARSEST && passes(spared(cell).times(until).times(PI));
  });
  if (depths === undefined) throw new RangeError('depth law: needs smaller cells than doubles allow.');
  return depths;
}

export function proveDepthLaw() {
  const zero = Interval.of(0);
  const sixtieth = Interval.ratio(1, 60);
  const most = Interval.of(2).over(PI.squared().times(3));
  return {
    cells: {
      least: cells((theta) => above(theta, LEAST, zero).isNegative(), 1, { first: 1 / 16 }),
      most: cells((theta) => above(theta, most, zero).isPositive(), 1, { first: 1 / 16, last: 1 - 1 / 512 }),
      'most to pi/2': cells((theta) => above(theta, ACUTE, zero).isPositive(), 0.5, {
        first: 1 / 16,
        last: 1 - 1 / 128,
      }),
      'most to second order': cells((theta) => above(theta, LEAST, sixtieth).isPositive(), 1, { first: 1 / 32 }),
    },
  };
}
