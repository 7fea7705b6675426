import { Interval } from '../interval/interval.js';
import { Jet } from '../interval/jet.js';
import { angle } from './functions.js';

/** Tilings for n points: of the root of a lead below 1, and of the inverse of one above. */
export interface Bends {
  readonly points: number;
  readonly shorter: string;
  readonly longer: string;
}

/**
 * What ReLU makes of one odd point that leads n - 1 others by y^2/q.
 *
 * In docs/derivations.md#leads-under-batch-normalisation own is s, ownSlope n (n-1) s', crossSlope y^2 k', and rest q times the part
 * of F without s.
 */
function afterRelu(y: Jet, q: Jet, n: number) {
  const p = y.squared();
  const whole = q.times(n * (n - 2)).plus(p);
  const part = (x: Jet): Jet => x.over(whole.root());
  const turn = (sine: Jet, cosine: Jet): Jet => angle(sine, cosine, q.times(0).plus(1));
  const [sine, cosine] = [part(q.times(n * (n - 2)).root()), part(y)];
  const product = sine.times(cosine);
  const turned = turn(sine, cosine).times(p);
  // Half of the angle between two of the others.
  const halfSine = part(q.times((n * (n - 1)) / 2).root());
  const halfCosine = part(p.plus(q.times((n * (n - 3)) / 2)).root());
  const within = turn(halfSine, halfCosine).times(2).over(Interval.pi);
  const ownSlope = within.minus(halfSine.times(halfCosine).times(2).over(Interval.pi));
  const needed = p.times((n - 1) * (n - 1) + 1).plus(q.times(n * (n - 2)));
  const cross = product.times(whole).minus(turned).over(Interval.pi);
  return {
    p,
    own: ownSlope.over(halfSine.squared().times(2)).minus(within).plus(1),
    ownSlope,
    rest: cross.times(2 * (n - 1)).minus(needed),
    crossSlope: product.times(whole.plus(p)).over(2).minus(turned).over(Interval.pi),
  };
}

/** q F(`lead`, y^2/q): by how much rows of the lead y^2/q fall short of keeping up another one, up to their weight. */
export function shortfall(lead: Interval, y: Jet, q: Jet, n: number): Jet {
  const { own, rest } = afterRelu(y, q, n);
  const weight = lead.times(n).plus(n - 2);
  return own.times(q).times(weight.times(n)).plus(rest);
}

/** q^2 Z(y^2/q): 0 at symmetry, y^2 = q. */
function bend(y: Jet, q: Jet, n: number): Jet {
  const { p, own, ownSlope, rest, crossSlope } = afterRelu(y, q, n);
  const m = n - 1;
  const weight = p.times(n).plus(q.times(n - 2));
  const value = weight.times(own).times(n).plus(rest);
  const grown = weight.times(ownSlope).times(p).over(q).over(m);
  const steady = own.times(2 * n * n).minus(m * m + 1); // n^2 s + L' without the slopes of s and k
  const slope = steady.times(p).plus(grown.plus(crossSlope.times(2 * m)));
  const turning = q.times(n).minus(p.times(3)).times(value);
  return p.minus(q).times(slope).times(2).plus(turning);
}

/** A test of cells of [0, 1], at whose end all points are alike. */
type Test = (cell: Interval) => boolean;

function testsOf(
  at: (x: Jet, one: Jet) => Jet,
): Readonly<Record<'positive' | 'negative' | 'rising' | 'falling', Test>> {
  const on = (x: Interval, order: 0 | 1): Interval => at(Jet.variable(x, order), Jet.constant(1, order)).of(order);
  const slopes = { rising: (x: Interval) => on(x, 1).isPositive(), falling: (x: Interval) => on(x, 1).isNegative() };
  const values = (x: Interval, decided: Test): boolean => {
    if (decided(on(x, 0))) return true;
    const middle = Interval.of(x.middle);
    return decided(on(middle, 0).plus(on(x, 1).times(x.minus(middle))));
  };
  return {
    ...slopes,
    positive: (x) => (x.hi === 1 ? slopes.falling(x) : values(x, (value) => value.isPositive())),
    negative: (x) => (x.hi === 1 ? slopes.rising(x) : values(x, (value) => value.isNegative())),
  };
}

/** Of Z, on cells of the root of a lead below 1. */
export function shorterTests(n: number) {
  return testsOf((y, one) => bend(y, one, n));
}

/** Of Z over the squared lead, on cells of the inverse of a lead above 1. It is positive wherever that is at most 1/(n (n-2)). */
export function longerTests(n: number) {
  const { positive, ...tests } = testsOf((q, one) => bend(one, q, n));
  return { ...tests, positive: (q: Interval) => q.hi * n * (n - 2) <= 1 || positive(q) };
}
