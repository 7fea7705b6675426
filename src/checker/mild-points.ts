import { Interval } from '../interval/interval.js';
import { Jet } from '../interval/jet.js';
import { type Bends, longerTests, shorterTests, shortfall } from './lead.js';
import { cellsOf, decimals, numbersFrom, onAll } from './notation.js';

/** Both leads that a batch of n points keeps, by the digits they begin with, and tilings that show that there are no others. */
export interface MildPoint extends Bends {
  /** A shorter lead evens out, a longer one grows. */
  readonly tips: string;
  readonly rests: string;
}

export interface MildPoints {
  readonly batches: readonly MildPoint[];
}

const [FIRST, LAST] = [52, 150];
const ORDER = 10;
/** How Z goes, from an endless lead to symmetry. */
const STAGES = ['positive', 'falling', 'negative', 'rising', 'positive'] as const;

/** The integral of v^((n-3)/2) (1-v)^(-(1+j)/2) up to v, over v^((n-1)/2): a series, and a geometric bound on the rest. */
function moment(j: number, v: Interval, n: number): Interval {
  let [term, sum] = [Interval.ratio(2, n - 1), Interval.of(0)];
  for (let k = 0; k < 5000; k++) {
    sum = sum.plus(term);
    term = term.times(v).times(Interval.ratio((1 + j + 2 * k) * (n - 1 + 2 * k), (2 * k + 2) * (n + 1 + 2 * k)));
    // From here on terms shrink at least by v (1 + (j-1)/(2k+4)).
    const shrink = v.times(Interval.ratio(Math.max(0, j - 1), 2 * k + 4).plus(1));
    const rest = term.over(shrink.negated().plus(1));
    if (shrink.hi < 1 && rest.hi <= 1e-18 * sum.lo) return sum.plus(Interval.of(0, rest.hi));
  }
  return Interval.of(0).over(0);
}

/** K at a lead above 1, up to a positive factor: F by powers of the root of the rows' lead. Below 0 where the lead grows. */
export function lossOf(lead: number, n: number): Interval {
  const root = Interval.of(lead).root();
  const v = Interval.of(1).minus(Interval.of(1).over(lead));
  const powers = (y: Interval): Jet => shortfall(Interval.of(lead), Jet.variable(y, ORDER), Jet.constant(1, ORDER), n);
  const [first, last] = [powers(Interval.of(0)), powers(root.hull(0)).of(ORDER)];
  return first.at
    .map((power, j) => (j === ORDER ? last : power).times(moment(j, v, n)))
    .reduce((sum, term) => sum.plus(term));
}

/** Two leads are kept, in bounds of the claims, and no more: K bends up, down and up again. */
export function checkMildPoint({ points: n, tips, rests, shorter, longer }: MildPoint): boolean {
  const [low, high] = [numbersFrom(tips), numbersFrom(rests)];
  const one = Jet.constant(1, 0);
  const grows = (lead: Interval): boolean => shortfall(lead, Jet.constant(lead.root(), 0), one, n).value.isNegative();
  const tests = longerTests(n);
  let stage = 0;
  const bendsTwice = cellsOf(longer)?.every((cell) => {
    for (; stage < STAGES.length; stage++) if (tests[STAGES[stage] ?? 'positive'](cell)) return true;
    return false;
  });
  const remainder = low.minus(1).times(n).minus(Interval.ratio(1941, 100)).times(n);
  return (
    [tips, rests].every((digits) => decimals(digits) >= 8) &&
    low.lo > 1 &&
    low.times(50).hi < 3 * n &&
    high.times(50).lo > 3 * n &&
    high.hi < n &&
    (n < 64 || Interval.of(600, 1600).contains(remainder)) &&
    lossOf(low.lo, n).isPositive() &&
    lossOf(low.hi, n).isNegative() &&
    lossOf(high.lo, n).isNegative() &&
    lossOf(high.hi, n).isPositive() &&
    grows(low) &&
    grows(high) &&
    bendsTwice === true &&
    onAll(shorter, shorterTests(n).negative)
  );
}

/** All of them. */
export function checkMildPoints({ batches }: MildPoints): boolean {
  return (
    batches.length === LAST - FIRST + 1 &&
    batches.every((batch, i) => batch.points === FIRST + i && checkMildPoint(batch))
  );
}
