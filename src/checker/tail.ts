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

/** The coefficient e(x) in f(x) = f(0) + f'(0) x + e(x) x^2, for every x = 1/n in `UNITS`, and at 0. */
function second(f: (unit: Jet) => Jet): { readonly all: Interval; readonly atZero: Interval } {
  const [zero, over] = [f(Jet.variable(0, ORDER)), f(Jet.variable(UNITS, ORDER))];
  return { all: over.of(4).times(UNITS).plus(zero.of(3)).times(UNITS).plus(zero.of(2)), atZero: zero.of(2) };
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
 * Terms up to 1/n are those of docs/derivations.md#odd-point-asymptotics; that of the defect vanishes, those of rates near 1 are -1.
 */
export function checkOddTail({ limit: digits }: OddTail): boolean {
  const limit = numbersFrom(digits);
  const z = limit.plus(Interval.of(0, WANDERING));
  const defect = (at: number) => second((unit) => state(unit, Interval.of(at)).defect);
  const e = (of: (state: GroupState) => Jet): Interval => second((unit) => of(state(unit, z))).all;
  const nine = Interval.pi.squared().times(9);
  const { slow, fast } = ratesOf(state(Jet.variable(UNITS, 0), z));
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
    // 1 - 1/n + e/n^2 lies in (0, 1) wherever |e| < 2.
    slow.every((_, i) => Interval.of(-2, 2).contains(e((at) => ratesOf(at).slow[i] ?? at.unit))) &&
    fast.every((rate) => Interval.of(-0.5, 0.5).contains(rate.value))
  );
}
