import { Interval } from './interval.js';

/** sum of a_k t^k with a_{k+1}/a_k = ratio(k), a quotient of whole numbers; |ratio| falls, or grows towards `limit`. */
export class PowerSeries {
  private readonly known: Interval[][] = [];

  constructor(
    private readonly first: Interval,
    private readonly ratio: (k: number) => readonly [number, number],
    private readonly limit = 0,
  ) {}

  /** The j-th Taylor coefficient at every t of an interval: sum of a_k C(k, j) t^(k-j), and a geometric bound on the rest. */
  derivative(t: Interval, j: number): Interval {
    const size = Math.max(Math.abs(t.lo), Math.abs(t.hi));
    const terms: Interval[] = [];
    let power = 1;
    for (let k = j; k < 120; k++) {
      const [term, next] = [this.term(k, j), this.term(k + 1, j)];
      terms.push(term);
      power *= size;
      const rest = 4 * Math.max(Math.abs(next.lo), Math.abs(next.hi)) * power; // 2 for the geometric sum, 2 for rounding
      // From here on C(k + 1, j) < 2 C(k, j), and a falling ratio makes every later step smaller than this one.
      const step = Math.max(Math.abs(next.hi / term.lo), Math.abs(next.lo / term.lo), 2 * this.limit) * size;
      if (k > 2 * j && step <= 0.4 && rest <= 1e-19) {
        const sum = terms.reduceRight((total, each) => total.times(t).plus(each), Interval.of(0));
        return sum.plus(Interval.of(-rest, rest));
      }
    }
    return Interval.of(0).over(0);
  }

  /** a_k C(k, j) */
  private term(k: number, j: number): Interval {
    const row = (this.known[j] ??= []);
    for (let i = row.length; i <= k; i++) {
      const before = row[i - 1];
      if (before !== undefined && i > j) {
        row.push(before.times(Interval.ratio(...this.ratio(i - 1))).times(Interval.ratio(i, i - j)));
      } else row.push(i < j ? Interval.of(0) : j === 0 ? this.first : this.term(j, 0));
    }
    return row[k] ?? Interval.of(0).over(0);
  }
}
