import { Interval } from '../interval/interval.js';
import { kappa, kappaSlope } from './elementary.js';
import { tiling } from './tilings.js';

/** Half of a cell to spare: the checker bounds values more coarsely. */
export function proveSymmetricState() {
  const cells = tiling(({ lo, hi }) => {
    const x = Interval.of(Math.max(0, lo - (hi - lo) / 2), hi + (hi - lo) / 2).over(2);
    const rate = kappaSlope(x.negated())
      .times(x.plus(1))
      .over(Interval.of(1).minus(kappa(x.negated())));
    return hi - lo <= 1 / 16 && rate.hi < 1;
  });
  return { cells: cells ?? '' };
}
