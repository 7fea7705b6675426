import { describe, expect, it } from 'vitest';
import { type Curve, CURVES, curveEscapes, roundingEscapes, SOUND } from '../../scripts/containment/containment.js';
import * as truth from '../../scripts/containment/fixed-point.js';
import { Interval } from '../../src/interval/interval.js';
import { above, below } from '../../src/interval/rounding.js';
import { alternatingSum } from '../../src/prover/elementary.js';

// A hundredth of what `npm run containment` does.
const COUNT = 10_000;

describe('bounds of + - * / and sqrt', () => {
  it('contain the exact results of doubles of any size', () => {
    expect(roundingEscapes(SOUND, COUNT, 'containment')).toEqual([]);
  });

  it.each([
    ['sums to nearest', { sumDown: (a: number, b: number) => a + b }],
    ['products to nearest', { productUp: (a: number, b: number) => a * b }],
    ['quotients to nearest', { quotientDown: (a: number, b: number) => a / b }],
    ['roots to nearest', { rootUp: Math.sqrt }],
    ['sums rounded the wrong way', { sumDown: (a: number, b: number) => SOUND.sumUp(a, b), sumUp: SOUND.sumDown }],
    ['an error of a product that underflows, believed', { productDown: (a: number, b: number) => down(a * b, 0) }],
  ])('are caught when they are %s', (_, unsound) => {
    expect(roundingEscapes({ ...SOUND, ...unsound }, COUNT, 'containment').length).toBeGreaterThan(10);
  });

  it('are exact where doubles are', () => {
    for (const [a, b] of [
      [1, 2],
      [0.5, -0.25],
      [3, 0],
    ] as const) {
      expect([SOUND.sumDown(a, b), SOUND.sumUp(a, b)]).toEqual([a + b, a + b]);
      expect([SOUND.productDown(a, b), SOUND.productUp(a, b)].map((x) => x + 0)).toEqual([a * b + 0, a * b + 0]);
    }
    expect([SOUND.quotientDown(1, 4), SOUND.rootDown(9), SOUND.rootUp(9)]).toEqual([0.25, 3, 3]);
  });

  it('step over every double next to them', () => {
    for (const x of [1, -1, 1 + 2 ** -52, 2 ** -1022, 5e-324, 0, -(2 ** 1023), 1e300, 2 ** -1074 * 3]) {
      expect(below(x)).toBeLessThan(x);
      expect(above(x)).toBeGreaterThan(x);
    }
    expect([below(Infinity), above(Infinity), below(-Infinity)]).toEqual([Number.MAX_VALUE, Infinity, -Infinity]);
  });
});

function down(x: number, error: number): number {
  return error >= 0 ? x : below(x);
}

describe('an interval', () => {
  it('is never half undefined', () => {
    const nothing = Interval.of(1).over(Interval.of(-1, 1));
    for (const x of [nothing, nothing.plus(1), nothing.squared(), nothing.root(), nothing.hull(3), nothing.times(0)]) {
      expect([x.lo, x.hi]).toEqual([NaN, NaN]);
      expect([x.isPositive(), x.isNegative(), x.contains(1), Interval.of(0, 9).contains(x)]).not.toContain(true);
    }
    expect(Interval.of(-2, -1).root().isPositive()).toBe(false);
  });

  it('refuses bounds in the wrong order, with the line that says so', () => {
    expect(() => Interval.of(2, 1)).toThrow('interval: needs lo <= hi; came 2 and 1.');
    expect(() => Interval.of(NaN)).toThrow('interval: needs lo <= hi; came NaN and NaN.');
  });

  it('knows pi between neighbours', () => {
    const { lo, hi } = Interval.pi;
    expect(truth.fixed(lo) < truth.PI && truth.PI < truth.fixed(hi)).toBe(true);
    expect(hi).toBe(lo + 2 ** -51);
    expect(truth.PI.toString()).toContain(
      ((314159265358979323846264338327950288419716939937510n * truth.fixed(1)) / 10n ** 50n).toString().slice(0, 49),
    );
  });
});

describe('the functions of certificates', () => {
  it.each(Object.entries(CURVES))('%s contains values of 60 digits', (_, curve) => {
    expect(curveEscapes(curve, COUNT / 20, 'containment')).toEqual([]);
  });

  const steps = (k: number): number => (2 * k + 2) * (2 * k + 3);
  const sineBy = (sum: (s: Interval, first: Interval, divisor: (k: number) => number) => Interval): Curve => ({
    bounds: (x) => {
      const at = (bound: number): Interval => sum(Interval.of(bound).squared(), Interval.of(1), steps).times(bound);
      return at(x.lo).hull(at(x.hi));
    },
    truth: truth.sine,
    from: 0,
    to: 1.5,
  });

  /** The same sum, with a remainder that is told by `rest` from the last term kept and the next, stopped early so that it matters. */
  const stopped =
    (rest: (sum: Interval, next: Interval) => Interval) =>
    (s: Interval, first: Interval, divisor: (k: number) => number): Interval => {
      let [sum, term] = [first, first];
      for (let k = 0; ; k++) {
        term = term.times(s).over(-divisor(k));
        if (Math.abs(term.lo) < 1e-9) return rest(sum, term);
        sum = sum.plus(term);
      }
    };

  it('contain them with any number of terms', () => {
    const bracketed = stopped((sum, next) => sum.hull(sum.plus(next)));
    expect(curveEscapes(sineBy(bracketed), 300, 'containment')).toEqual([]);
    expect(curveEscapes(sineBy(alternatingSum), 300, 'containment')).toEqual([]);
  });

  it.each([
    ['a remainder of the wrong sign', stopped((sum, next) => sum.hull(sum.minus(next)))],
    ['one term short', stopped((sum) => sum)],
  ])('are caught with %s', (_, sum) => {
    expect(curveEscapes(sineBy(sum), 300, 'containment').length).toBeGreaterThan(50);
  });

  it('are caught with values to nearest', () => {
    const nearest = (x: Interval): Interval => Interval.of(x.middle);
    const curve = { bounds: (x: Interval) => sineBy(alternatingSum).bounds(x), truth: truth.sine, from: 0, to: 1.5 };
    expect(
      curveEscapes({ ...curve, bounds: (x) => nearest(curve.bounds(x)) }, 300, 'containment').length,
    ).toBeGreaterThan(50);
  });
});
