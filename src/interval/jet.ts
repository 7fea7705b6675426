import { Interval, type Operand } from './interval.js';
import type { PowerSeries } from './power-series.js';

/**
 * The first Taylor coefficients of a function, each enclosed: `at[j]` holds f^(j)/j! at every point of an interval.
 *
 * By Taylor's theorem f(x + d) lies in at[0] + at[1] d + ... + at[N] d^N, the last coefficient taken over all of [x, x + d].
 */
export class Jet {
  constructor(readonly at: readonly Interval[]) {}

  /** x + d as a function of d, up to the power `order`. */
  static variable(x: Operand, order: number): Jet {
    return Jet.constant(x, order).map((zero, j) => (j === 1 ? ONE : zero));
  }

  static constant(x: Operand, order: number): Jet {
    return new Jet(Array.from({ length: order + 1 }, (_, j) => (j === 0 ? ZERO.plus(x) : ZERO)));
  }

  /** The j-th coefficient. */
  of(j: number): Interval {
    return this.at[j] ?? UNKNOWN;
  }

  get value(): Interval {
    return this.of(0);
  }

  plus(other: Jet | Operand): Jet {
    const b = this.like(other);
    return this.map((x, j) => x.plus(b.of(j)));
  }

  minus(other: Jet | Operand): Jet {
    const b = this.like(other);
    return this.map((x, j) => x.minus(b.of(j)));
  }

  times(other: Jet | Operand): Jet {
    if (!(other instanceof Jet)) return this.map((x) => x.times(other));
    return this.map((_, j) => sum(j + 1, (i) => this.of(i).times(other.of(j - i))));
  }

  squared(): Jet {
    return this.times(this).map((x, j) => (j === 0 ? this.value.squared() : x));
  }

  over(other: Jet | Operand): Jet {
    const b = this.like(other);
    return this.solve((x, j, q) => x.minus(sum(j, (i) => q(i).times(b.of(j - i)))).over(b.value));
  }

  root(): Jet {
    const first = this.value.root();
    return this.solve((x, j, r) =>
      j === 0 ? first : x.minus(sum(j - 1, (i) => r(i + 1).times(r(j - 1 - i)))).over(first.times(2)),
    );
  }

  /** The series at this argument. */
  in(series: PowerSeries): Jet {
    const order = this.at.length - 1;
    const move = this.map((x, j) => (j === 0 ? ZERO : x));
    let result = this.like(series.derivative(this.value, order));
    for (let j = order - 1; j >= 0; j--) result = result.times(move).plus(series.derivative(this.value, j));
    return result;
  }

  private solve(next: (x: Interval, j: number, known: (i: number) => Interval) => Interval): Jet {
    const known: Interval[] = [];
    for (const [j, x] of this.at.entries()) known.push(next(x, j, (i) => known[i] ?? UNKNOWN));
    return new Jet(known);
  }

  private like(other: Jet | Operand): Jet {
    return other instanceof Jet ? other : Jet.constant(other, this.at.length - 1);
  }

  private map(of: (x: Interval, j: number) => Interval): Jet {
    return new Jet(this.at.map(of));
  }
}

function sum(terms: number, term: (i: number) => Interval): Interval {
  return Array.from({ length: terms }, (_, i) => term(i)).reduce((a, b) => a.plus(b), ZERO);
}

const ZERO = Interval.of(0);
const ONE = Interval.of(1);
/** What nothing is known of: no test is true of it. */
const UNKNOWN = ZERO.over(ZERO);
