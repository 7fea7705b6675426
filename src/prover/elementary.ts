import { Interval } from '../interval/interval.js';
import { acos } from '../portable/acos.js';

const PI = Interval.pi;
const ONE = Interval.of(1);
const HALF_TURN = PI.over(2);
/** What nothing is known of. */
const UNDEFINED = ONE.over(0);

/** The interval between the values of a monotone function at both bounds: no width is lost to dependency. */
function increasing(x: Interval, at: (bound: Interval) => Interval): Interval {
  return at(Interval.of(x.lo)).hull(at(Interval.of(x.hi)));
}

/**
 * The alternating sum first (1 - s/d_0 + s^2/(d_0 d_1) - ...) at one point s >= 0: it lies between any two consecutive partial sums
 * from where the terms begin to fall (Leibniz).
 */
export function alternatingSum(s: Interval, first: Interval, divisor: (k: number) => number): Interval {
  let [sum, term] = [first, first];
  for (let k = 0; k < 60; k++) {
    term = term.times(s).over(-divisor(k));
    const next = sum.plus(term);
    const falls = s.hi < divisor(k) && s.hi < divisor(k + 1);
    if (falls && Math.abs(term.lo) < 1e-20) return sum.hull(next);
    sum = next;
  }
  return UNDEFINED;
}

/** 1 - cos x for x in [0, pi], to full relative accuracy. */
export function cosineGap(x: Interval): Interval {
  return increasing(x, (at) =>
    at.squared().times(alternatingSum(at.squared(), Interval.of(0.5), (k) => (2 * k + 3) * (2 * k + 4))),
  );
}

/** sin x for x in [0, pi]. */
export function sine(x: Interval): Interval {
  const ends = increasing(x, (at) => at.times(alternatingSum(at.squared(), ONE, (k) => (2 * k + 2) * (2 * k + 3))));
  return x.lo < HALF_TURN.hi && x.hi > HALF_TURN.lo ? ends.hull(ONE) : ends;
}

/** kappa(-cos x) = (sin x - x cos x)/pi for x in [0, pi], to full relative accuracy. */
export function crossing(x: Interval): Interval {
  return increasing(x, (at) => {
    const cube = at.squared().times(at).over(PI);
    return cube.times(alternatingSum(at.squared(), Interval.ratio(1, 3), (k) => (2 * k + 2) * (2 * k + 5)));
  });
}

/**
 * The angle x in [0, pi/2] with sin^2 x = z, for one z in [0, 1]: a guess, of whatever quality, and the small angle from it.
 *
 * sin(x - guess) = u is computed, and asin u lies between u and u + u^3 for |u| <= 1/2.
 */
function angleAt(z: number): Interval {
  const square = Interval.of(Math.min(1, Math.max(0, z)));
  const [s, c] = [square.root(), ONE.minus(square).root()];
  const guess = Interval.of(acos(c.lo));
  const small = s.times(ONE.minus(cosineGap(guess))).minus(c.times(sine(guess)));
  if (!(small.lo >= -0.5 && small.hi <= 0.5)) return UNDEFINED;
  return guess.plus(small).plus(small.squared().times(small).hull(0));
}

/** The angle x in [0, pi/2] with sin^2 x = z, for z in [0, 1]; what lies outside counts as the nearer end. */
export function angleOfSquare(z: Interval): Interval {
  return angleAt(z.lo).hull(angleAt(z.hi)).and(Interval.of(0, HALF_TURN.hi));
}

/** The angle x in [0, pi] with 1 - cos x = gap, for gap in [0, 2]. */
export function angleOfGap(gap: Interval): Interval {
  return angleOfSquare(gap.over(2)).times(2);
}

/** kappa(r) of the arc-cosine kernel, for r in [-1, 1]: r + kappa(-r). */
export function kappa(r: Interval): Interval {
  return increasing(r, (at) => at.plus(crossing(angleOfGap(ONE.minus(at)))));
}

/** kappa'(r) = 1 - acos(r)/pi, for r in [-1, 1]. */
export function kappaSlope(r: Interval): Interval {
  return ONE.minus(angleOfGap(ONE.minus(r)).over(PI));
}
