import { productDown, productUp, quotientDown, quotientUp, rootDown, rootUp, sumDown, sumUp } from './rounding.js';

/**
 * All real numbers from `lo` to `hi`: what is known of one real number.
 *
 * Every operation returns an interval that contains every exact result for operands in its own, rounded outwards; what holds of the
 * bounds is assumed in rounding.ts. Bounds may be infinite. An undefined result has NaN as bounds, and no test is true of it.
 */
export class Interval {
  readonly lo: number;
  readonly hi: number;

  private constructor(lo: number, hi: number) {
    const defined = lo <= hi; // one bound alone is never NaN: half of an undefined result could look like a proof
    this.lo = defined ? lo : NaN;
    this.hi = defined ? hi : NaN;
  }

  /** @throws RangeError unless lo <= hi, one of them finite */
  static of(lo: number, hi: number = lo): Interval {
    if (lo <= hi && lo < Infinity && hi > -Infinity) return new Interval(lo, hi);
    throw new RangeError(`interval: needs lo <= hi; came ${lo} and ${hi}.`);
  }

  /** The quotient of two whole numbers below 2^53, such as a decimal and its power of ten. */
  static ratio(numerator: number, denominator: number): Interval {
    return new Interval(quotientDown(numerator, denominator), quotientUp(numerator, denominator));
  }

  /** 884279719003555/2^48 < pi < the next double. */
  static readonly pi = new Interval(3.141592653589793, 3.1415926535897936);

  get width(): number {
    return sumUp(this.hi, -this.lo);
  }

  /** A double inside, near the middle. */
  get middle(): number {
    const middle = this.lo / 2 + this.hi / 2;
    return Math.min(this.hi, Math.max(this.lo, middle));
  }

  plus(other: Operand): Interval {
    const { lo, hi } = asInterval(other);
    return new Interval(sumDown(this.lo, lo), sumUp(this.hi, hi));
  }

  minus(other: Operand): Interval {
    const { lo, hi } = asInterval(other);
    return new Interval(sumDown(this.lo, -hi), sumUp(this.hi, -lo));
  }

  negated(): Interval {
    return new Interval(-this.hi, -this.lo);
  }

  times(other: Operand): Interval {
    const { lo, hi } = asInterval(other);
    if (this.lo >= 0 && lo >= 0) return new Interval(productDown(this.lo, lo), productUp(this.hi, hi));
    return new Interval(
      Math.min(productDown(this.lo, lo), productDown(this.lo, hi), productDown(this.hi, lo), productDown(this.hi, hi)),
      Math.max(productUp(this.lo, lo), productUp(this.lo, hi), productUp(this.hi, lo), productUp(this.hi, hi)),
    );
  }

  /** NaN when the divisor contains 0. */
  over(other: Operand): Interval {
    const { lo, hi } = asInterval(other);
    if (!(lo > 0 || hi < 0)) return new Interval(NaN, NaN);
    return new Interval(
      Math.min(
        quotientDown(this.lo, lo),
        quotientDown(this.lo, hi),
        quotientDown(this.hi, lo),
        quotientDown(this.hi, hi),
      ),
      Math.max(quotientUp(this.lo, lo), quotientUp(this.lo, hi), quotientUp(this.hi, lo), quotientUp(this.hi, hi)),
    );
  }

  /** Never negative, unlike the product of an interval with itself. */
  squared(): Interval {
    const smallest = this.lo > 0 ? this.lo : this.hi < 0 ? -this.hi : 0;
    const largest = Math.max(-this.lo, this.hi);
    return new Interval(productDown(smallest, smallest), productUp(largest, largest));
  }

  /** The root of what is not negative in it; NaN when all of it is negative. */
  root(): Interval {
    return new Interval(this.lo < 0 && this.hi >= 0 ? 0 : rootDown(this.lo), rootUp(this.hi));
  }

  /** The smallest interval around both. */
  hull(other: Operand): Interval {
    const { lo, hi } = asInterval(other);
    return new Interval(Math.min(this.lo, lo), Math.max(this.hi, hi));
  }

  /** What both know of one number. NaN when they contradict each other. */
  and(other: Interval): Interval {
    const [lo, hi] = [Math.max(this.lo, other.lo), Math.min(this.hi, other.hi)];
    return new Interval(lo, hi);
  }

  contains(other: Operand): boolean {
    const { lo, hi } = asInterval(other);
    return this.lo <= lo && hi <= this.hi;
  }

  isPositive(): boolean {
    return this.lo > 0;
  }

  isNegative(): boolean {
    return this.hi < 0;
  }
}

export type Operand = Interval | number;

function asInterval(value: Operand): Interval {
  return typeof value === 'number' ? Interval.of(value) : value;
}
