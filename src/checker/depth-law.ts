import { Interval } from '../interval/interval.js';
import { angle, crossing, versine } from './functions.js';
import { Jet } from '../interval/jet.js';
import { onAll } from './notation.js';

/** A bound on 1/theta' - 1/theta - b: `by` theta + `second` theta^2, up to the angle `until` pi. */
interface Bound {
  readonly side: 1 | -1;
  readonly by: Interval;
  readonly second: Interval;
  readonly until: Interval;
  /** The power of theta at which the difference of both sides begins. */
  readonly order: number;
  /** Whether both sides are equal at the end. */
  readonly attained: boolean;
}

const PI = Interval.pi;
const ZERO = Interval.of(0);
const ONE = Interval.of(1);
/** b = 1/(3 pi). */
const RATE = ONE.over(PI.times(3));
const CURVATURE = RATE.squared().times(Interval.ratio(3, 2));
const unit = Jet.constant(1, 0);
/** acos(1/pi), where an angle of pi/2 goes. */
const AFTER_RIGHT = angle(unit.minus(ONE.over(PI).squared()).root(), unit.over(PI), unit).value;

const BOUNDS: Readonly<Record<string, Bound>> = {
  least: { side: 1, by: CURVATURE, second: ZERO, until: ONE, order: 5, attained: false },
  most: {
    side: -1,
    by: Interval.of(2).over(PI.squared().times(3)),
    second: ZERO,
    until: ONE,
    order: 4,
    attained: true,
  },
  'most to pi/2': {
    side: -1,
    by: ONE.over(AFTER_RIGHT).minus(Interval.of(2).over(PI)).minus(RATE).over(PI.over(2)),
    second: ZERO,
    until: Interval.of(0.5),
    order: 4,
    attained: true,
  },
  'most to second order': {
    side: -1,
    by: CURVATURE,
    second: Interval.ratio(1, 60),
    until: ONE,
    order: 5,
    attained: false,
  },
};

/** How far cos theta' = cos theta + kappa(-cos theta) is from the cosine of the bound, on the right side where positive. */
function margin(theta: Jet, { side, by, second }: Bound): Jet {
  const bound = theta.over(theta.times(second).plus(by).times(theta).plus(RATE).times(theta).plus(1));
  const gap = (x: Jet): Jet => versine(x.squared()).times(x.squared());
  const cross = crossing(theta.squared()).times(theta.squared()).times(theta);
  return gap(bound).minus(gap(theta)).plus(cross).times(side);
}

/** A tiling of (0, 1] times its last angle for each bound, by name. */
export interface DepthLaw {
  readonly cells: Readonly<Record<string, string>>;
}

/** Each bound on a tiling of its angles: by Taylor's theorem in the first cell, by slope where it is attained, by value between. */
export function checkDepthLaw({ cells }: DepthLaw): boolean {
  return Object.entries(BOUNDS).every(([name, bound]) =>
    onAll(cells[name] ?? '', (cell) => {
      const angles = (x: Interval): Interval => x.times(bound.until).times(PI);
      const at = (x: Interval, order: number): Jet => margin(Jet.variable(angles(x), order), bound);
      if (cell.lo === 0) return at(cell, bound.order).of(bound.order).isPositive();
      const slope = at(cell, 1).of(1);
      if (cell.hi === 1 && bound.attained) return slope.isNegative();
      const middle = Interval.of(cell.middle);
      return at(middle, 0)
        .value.plus(slope.times(angles(cell).minus(angles(middle))))
        .isPositive();
    }),
  );
}
