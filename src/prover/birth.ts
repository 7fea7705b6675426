import { Interval } from '../interval/interval.js';
import { angleOfGap, angleOfSquare, crossing } from './elementary.js';
import { digitsOf } from './digits.js';
import { tilingInRows } from './tilings.js';

const ONE = Interval.of(1);
const PI = Interval.pi;

/** F and its slopes at c = cos phi among n points: docs/derivations.md#birth. */
function tightening(c: Interval, n: Interval) {
  const m = n.minus(1);
  const sine2 = ONE.minus(c).times(ONE.plus(c));
  const phi = angleOfSquare(sine2);
  const h = sine2.plus(sine2.over(m.minus(1))).and(Interval.of(0, 2));
  const psi = angleOfGap(h);
  const cross = crossing(phi);
  const weight = n.squared().minus(1).times(c.squared()).plus(1);
  const last = Interval.of(h.hi);
  const closed = h.lo > 0 ? crossing(psi).over(h) : crossing(angleOfGap(last)).over(last).hull(0); // it grows from 0
  const bend = psi.over(PI).minus(closed).over(h).times(weight); // d closed/d h
  return {
    value: closed.times(weight).minus(m.times(c).times(c.plus(cross)).times(2)),
    byCosine: closed
      .times(n.squared().minus(1))
      .minus(bend.times(m).over(m.minus(1)))
      .times(c)
      .minus(m.times(c.times(2).plus(cross).minus(c.times(phi).over(PI))))
      .times(2),
    bySize: closed
      .times(n)
      .times(c)
      .minus(c.plus(cross))
      .times(c)
      .times(2)
      .minus(bend.times(sine2).over(m.minus(1).squared())),
  };
}

/** The value at x and n, and its slopes in these: x runs from symmetry to a tight cluster, or from 0 to symmetry. */
function along(x: Interval, n: Interval, longer: boolean) {
  const m = n.minus(1);
  const c = longer ? ONE.minus(m.minus(1).times(ONE.minus(x)).over(m)) : x.over(m);
  const { value, byCosine, bySize } = tightening(c.and(Interval.of(0, 1)), n);
  const [stretch, shift] = longer ? [m.minus(1).over(m), x.minus(1)] : [ONE.over(m), x.negated()];
  return { value, byX: byCosine.times(stretch), byN: bySize.plus(byCosine.times(shift).over(m.squared())) };
}

/** Whether F has one sign on a box, from its middle by both slopes: negative where the odd point is longer. */
function excludes(x: Interval, n: Interval, longer: boolean): boolean {
  const [x0, n0] = [Interval.of(x.middle), Interval.of(n.middle)];
  const { byX, value: whole } = along(x, n, longer);
  const moved = along(x0, n0, longer)
    .value.plus(byX.times(x.minus(x0)))
    .plus(along(x0, n, longer).byN.times(n.minus(n0)));
  return [whole, moved].some((value) => (longer ? value.isNegative() : value.isPositive()));
}

/** Part of each box by which it is wider when it is tried: the checker bounds values more coarsely. */
const SPARE = 0.2;
/** Where a slope decides instead of values: this close to symmetry. */
const NEAR_SYMMETRY = 1 / 64;
/** Cells no wider than this. */
const COARSEST = 1 / 8;
/** More cells than this in a row cost more than thinner rows. */
const MOST = 160;

/** Around the saddle-node, where second slopes decide: sizes, and places. As the checker has them. */
const [FIRST, LAST, INNER, OUTER] = [6, 6.109375, 0.25, 0.5];

type Range = readonly [from: number, to: number];

function exclusion(longer: boolean, sizes: Range, places: Range) {
  const within = ({ lo, hi }: Interval, [from, to]: Range, spare: number, least: number, most: number): Interval => {
    const [a, b] = [from + (to - from) * lo, from + (to - from) * hi];
    return Interval.of(Math.max(least, a - spare * (b - a)), Math.min(most, b + spare * (b - a)));
  };
  const rows = tilingInRows((cell, row) => {
    const x = within(cell, places, SPARE, 0, 1);
    const n = within(row, sizes, longer ? SPARE : 0.4, 3, 7);
    const symmetric = longer ? x.lo === 0 : x.hi === 1;
    if (symmetric && x.width <= NEAR_SYMMETRY) return along(x, n, longer).byX.isNegative();
    return x.width <= (longer ? 1 : 0.25) * COARSEST && excludes(x, n, longer);
  }, MOST);
  if (rows === undefined) throw new RangeError('birth: needs smaller boxes than doubles allow.');
  return rows;
}

/** n and x where F and its slope in x vanish, by Newton's method in doubles with differences for second slopes. */
function fold(): readonly [n: number, x: number] {
  let [n, x] = [6.107, 0.28];
  const at = (size: number, place: number): readonly [number, number] => {
    const { value, byX } = along(Interval.of(place), Interval.of(size), true);
    return [value.middle, byX.middle];
  };
  const step = 1e-5;
  for (let k = 0; k < 40; k++) {
    const [value, slope] = at(n, x);
    const growth = (at(n + step, x)[0] - at(n - step, x)[0]) / (2 * step);
    const tilt = (at(n + step, x)[1] - at(n - step, x)[1]) / (2 * step);
    const bend = (at(n, x + step)[1] - at(n, x - step)[1]) / (2 * step);
    // The derivative of (value, slope) in (n, x) is (growth, slope; tilt, bend).
    const determinant = growth * bend - slope * tilt;
    n -= (value * bend - slope * slope) / determinant;
    x -= (growth * slope - tilt * value) / determinant;
  }
  return [n, x];
}

/** Rows and cells of equal size, which the checker tries for the signs of second slopes. */
function grid(rowDepth: number, cellDepth: number) {
  const cells = Array.from({ length: 1 << cellDepth }, () => String(cellDepth)).join(' ');
  return Array.from({ length: 1 << rowDepth }, () => [String(rowDepth), cells] as const);
}

export function proveBirth() {
  const [n, x] = fold();
  return {
    size: digitsOf(Interval.of(n), 12),
    place: digitsOf(Interval.of(x), 8),
    tilings: {
      shorter: exclusion(false, [3, LAST], [0, 1]),
      before: exclusion(true, [3, FIRST], [0, 1]),
      closer: exclusion(true, [FIRST, LAST], [0, INNER]),
      farther: exclusion(true, [FIRST, LAST], [OUTER, 1]),
      core: grid(3, 6),
    },
  };
}
