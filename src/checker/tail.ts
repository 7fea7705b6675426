import { Interval } from '../interval/interval.js';
import { groupState, type GroupState } from './group-state.js';
import { Jet } from '../interval/jet.js';
import { BANDS, ratesOf } from './one-odd-point.js';
import { decimals, numbersFrom } from './notation.js';

/** 1/n for batches of more than 1024 points. */
const UNITS = Interval.ratio(1, 1024).hull(0);
const ORDER = 4;
/** How far z at a finite n lies above its limit, at most. */
const WANDERING = 0.03;

/** The coefficient of x^k when a Taylor series in x = 1/n is stopped there, for every x in `UNITS`, and at 0. */
function coefficient(k: number, f: (unit: Jet) => Jet): { readonly all: Interval; readonly atZero: Interval } {
  const [zero, over] = [f(Jet.variable(0, ORDER)), f(Jet.variable(UNITS, ORDER))];
  const between = zero.at.slice(k, ORDER);
  return {
    all: between.reduceRight((rest, each) => rest.times(UNITS).plus(each), over.of(ORDER)),
    atZero: zero.of(k),
  };
}

/** One odd point among 1/unit, its angle 3 pi (1 - unit + z unit^2)/n. */
function state(unit: Jet, z: Interval): GroupState {
  return groupState(unit, unit.squared().times(z).minus(unit).plus(1).times(Interval.pi.times(3)), 1);
}

/** The digits of the limit of z. */
export interface OddTail {
  readonly limit: string;
}

/**
 * The odd-point state for all n > 1024 at once: the defect changes sign around z, which stays near its limit.
 *
 * Terms up to 1/n are those of docs/derivations.md#odd-point-asymptotics; that of the defect vanishes, those of rates near 1 are -1, as are those
 * of 1/n^2.
 */
export function checkOddTail({ limit: digits }: OddTail): boolean {
  const limit = numbersFrom(digits);
  const z = limit.plus(Interval.of(0, WANDERING));
  const defect = (at: number) => coefficient(2, (unit) => state(unit, Interval.of(at)).defect);
  const e = (of: (state: GroupState) => Jet, k = 2): Interval => coefficient(k, (unit) => of(state(unit, z))).all;
  const nine = Interval.pi.squared().times(9);
  const { slow, fast } = ratesOf(state(Jet.variable(UNITS, 0), z));
  const slowest = (i: number) => (at: GroupState) => ratesOf(at).slow[i] ?? at.unit;
  return (
    decimals(digits) >= 2 &&
    defect(limit.lo).atZero.isNegative() &&
    defect(limit.hi).atZero.isPositive() &&
    defect(z.lo).all.isNegative() &&
    defect(z.hi).all.isPositive() &&
    BANDS.gap.contains(e(({ gap, multiplier }) => gap.times(multiplier).times(2).over(nine))) &&
    BANDS.short.contains(
      e(({ unit, sine, cosine }) =>
        unit.times(-1).plus(1).times(sine.squared()).times(4).over(cosine.plus(1)).over(nine),
      ),
    ) &&
    BANDS.cross.contains(e(({ cross }) => cross.times(Interval.of(8).root()).over(nine))) &&
    // 1 - 1/n + e/n^2 lies in (0, 1) wherever |e| < 2. At 0 the first e is -1: that it rises keeps the largest above -1.
    slow.every((_, i) => Interval.of(-2, 2).contains(e(slowest(i)))) &&
    e(slowest(0), 3).isPositive() &&
    fast.every((rate) => Interval.of(-0.5, 0.5).contains(rate.value))
  );
}
